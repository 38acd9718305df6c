package dev.lockstep.app.web.route.report;

import dev.lockstep.app.view.report.StatementBody;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.route.Endpoints;
import dev.lockstep.app.web.route.Params;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.usecase.report.MakeStatement;
import dev.lockstep.domain.usecase.report.Statement;
import dev.lockstep.domain.usecase.report.StatementResult;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Shows the statement of a day. */
public final class StatementReads {
    private final MakeStatement makeStatement;

    public StatementReads(MakeStatement makeStatement) {
        this.makeStatement = makeStatement;
    }

    /** Registers the endpoint. */
    public void register(Endpoints endpoints) {
        endpoints.get("/statement", this::show);
    }

    private Answer show(Context request) {
        Params.allow(request, "day");
        LocalDate day =
                Params.query(request, "day")
                        .map(StatementReads::day)
                        .orElseGet(makeStatement::today);
        return switch (makeStatement.of(day)) {
            case StatementResult.Made(Statement statement) ->
                    Answer.ok(StatementBody.of(statement));
            case StatementResult.WithoutEquity(LocalDate without) ->
                    throw ProblemException.notFound(
                            "the broker reports no equity at the end of "
                                    + without
                                    + ", or none before it");
            case StatementResult.Failed(BrokerFault fault) -> throw ProblemException.of(fault);
        };
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new InvalidValueException("day", text, "a day such as 2026-01-05");
        }
    }
}
