package dev.lockstep.app.web.route;

import dev.lockstep.app.form.request.LimitForm;
import dev.lockstep.app.form.request.ReasonForm;
import dev.lockstep.app.form.request.ResumeForm;
import dev.lockstep.app.platform.KnownStrategies;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.body.risk.RiskBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** Shows and changes what holds orders back: the limits and the state of trading. */
public final class TradingStateRoutes {
    private final ControlRisk controlRisk;
    private final KnownStrategies strategies;
    private final RequestAuthor author;

    /**
     * Changes them in this store.
     *
     * @param author names the author of a change
     */
    public TradingStateRoutes(StoreUseCases store, RequestAuthor author) {
        this.controlRisk = store.controlRisk();
        this.strategies = new KnownStrategies(store);
        this.author = author;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/risk", this::show);
        endpoints.risky(HandlerType.PUT, "/risk/limits/{name}", this::set);
        endpoints.risky(HandlerType.DELETE, "/risk/limits/{name}", this::clear);
        endpoints.risky(HandlerType.PUT, "/strategies/{strategy}/limits/{name}", this::setOwn);
        endpoints.risky(HandlerType.DELETE, "/strategies/{strategy}/limits/{name}", this::clearOwn);
        endpoints.change(HandlerType.POST, "/strategies/{strategy}/pause", this::pause);
        endpoints.risky(HandlerType.POST, "/strategies/{strategy}/resume", this::resumeOwn);
        endpoints.change(HandlerType.POST, "/trading/reduce", this::reduce);
        endpoints.risky(HandlerType.POST, "/trading/resume", this::resume);
    }

    private Answer show(Context request) {
        Params.allow(request);
        return Answer.ok(RiskBody.of(controlRisk.rules()));
    }

    private Answer set(Context request) {
        LimitForm form = Bodies.read(request, LimitForm.class);
        return shown(controlRisk.set(form.limit(limit(request)), author.of(request), form.why()));
    }

    private Answer clear(Context request) {
        String why = why(request);
        return shown(controlRisk.clear(limit(request), author.of(request), why));
    }

    private Answer setOwn(Context request) {
        LimitForm form = Bodies.read(request, LimitForm.class);
        RiskLimit limit = form.limit(limit(request));
        return shown(controlRisk.set(strategy(request), limit, author.of(request), form.why()));
    }

    private Answer clearOwn(Context request) {
        String why = why(request);
        return shown(controlRisk.clear(known(request), limit(request), author.of(request), why));
    }

    private Answer pause(Context request) {
        String why = why(request);
        return shown(controlRisk.pause(known(request), author.of(request), why));
    }

    private Answer resumeOwn(Context request) {
        String why = why(request);
        return shown(controlRisk.resume(known(request), author.of(request), why));
    }

    private Answer reduce(Context request) {
        return shown(controlRisk.reduce(author.of(request), why(request)));
    }

    private Answer resume(Context request) {
        ResumeForm form = Bodies.read(request, ResumeForm.class);
        return shown(controlRisk.overrule(form.restriction(), author.of(request), form.why()));
    }

    private static String why(Context request) {
        return Bodies.read(request, ReasonForm.class).why();
    }

    private static LimitName limit(Context request) {
        return LimitName.of(request.pathParam("name"));
    }

    private StrategyId known(Context request) {
        return strategies.required(strategy(request));
    }

    private static StrategyId strategy(Context request) {
        return new StrategyId(request.pathParam("strategy"));
    }

    private static Answer shown(RiskRules rules) {
        return Answer.ok(RiskBody.of(rules));
    }
}
