package dev.lockstep.app.web.route;

import dev.lockstep.app.form.request.HaltForm;
import dev.lockstep.app.halt.AwaitAnswers;
import dev.lockstep.app.halt.CloseEverything;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.body.risk.HaltBody;
import dev.lockstep.app.view.change.HaltView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.domain.port.store.RepositoryException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;

/**
 * Stops trading, and on request cancels every order and closes every position. The halt is in force
 * before the broker is asked for anything.
 */
public final class KillSwitch {
    private final TradingPlatform tradingPlatform;
    private final CloseEverything closeEverything;
    private final AwaitAnswers awaitAnswers;
    private final RequestAuthor author;

    /**
     * Creates the routes of this platform.
     *
     * @param author names the author of a halt
     */
    public KillSwitch(
            TradingPlatform tradingPlatform,
            CloseEverything closeEverything,
            AwaitAnswers awaitAnswers,
            RequestAuthor author) {
        this.awaitAnswers = awaitAnswers;
        this.tradingPlatform = tradingPlatform;
        this.closeEverything = closeEverything;
        this.author = author;
    }

    /** Registers the endpoint. */
    public void register(Endpoints endpoints) {
        endpoints.change(HandlerType.POST, "/trading/halt", this::halt);
    }

    private Answer halt(Context request) throws InterruptedException {
        HaltForm form = Bodies.read(request, HaltForm.class);
        Duration wait = form.longestWait();
        HaltView view = new HaltView();
        halt(form, author.of(request), view);
        if (form.cancels()) {
            view.canceled(tradingPlatform.haltTrading().cancelAll());
        }
        if (form.flatten() && view.stored()) {
            view.closed(closeEverything.within(wait, _ -> {}));
        }
        view.unanswered(awaitAnswers.await());
        HaltBody body = view.json(tradingPlatform.storeUseCases().controlRisk().rules());
        if (!view.stored()) {
            return ResultResponses.refused(503, "store", view.text(), body);
        }
        return view.done() ? Answer.ok(body) : Answer.accepted(body);
    }

    /** Halts. A halt that cannot be stored restricts this process, and does not prevent cancels. */
    private void halt(HaltForm form, String who, HaltView view) {
        try {
            tradingPlatform.haltTrading().halt(who, form.why());
            if (form.flatten()) {
                tradingPlatform.haltTrading().requestFlatten(who, form.why());
            } else if (form.cancels()) {
                tradingPlatform.haltTrading().requestCancelExternal(who, form.why());
            }
        } catch (RepositoryException failure) {
            if (!form.cancels()) {
                throw failure;
            }
            view.notStored(String.valueOf(failure.getMessage()));
        }
    }
}
