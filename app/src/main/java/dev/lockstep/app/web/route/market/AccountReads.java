package dev.lockstep.app.web.route.market;

import dev.lockstep.app.view.body.AccountBody;
import dev.lockstep.app.view.report.HistoryBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.board.BrokerStateSnapshot;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.app.web.route.Params;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;

/** Routes for the broker's account and its equity over time. */
public final class AccountReads {
    private static final String PERIODS = "1D, 1W, 1M, 3M, 1A";

    private final BrokerStateSnapshot board;

    public AccountReads(BrokerStateSnapshot board) {
        this.board = board;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/account", this::account);
        endpoints.get("/account/history", this::history);
    }

    private Answer account(Context request) {
        Params.allow(request);
        return Answer.ok(AccountBody.of(ProblemException.complete(board.account())));
    }

    private Answer history(Context request) {
        Params.allow(request, "period");
        String period = Params.query(request, "period").orElse("1D");
        HistorySpan span =
                switch (period) {
                    case "1D" -> HistorySpan.DAY;
                    case "1W" -> HistorySpan.WEEK;
                    case "1M" -> HistorySpan.MONTH;
                    case "3M" -> HistorySpan.QUARTER;
                    case "1A" -> HistorySpan.YEAR;
                    default -> throw new InvalidValueException("period", period, PERIODS);
                };
        return Answer.ok(HistoryBody.of(ProblemException.complete(board.history(span))));
    }
}
