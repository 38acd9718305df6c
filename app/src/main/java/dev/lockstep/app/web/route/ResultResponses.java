package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.body.CancelBody;
import dev.lockstep.app.view.body.OutcomeBody;
import dev.lockstep.app.view.change.CancelView;
import dev.lockstep.app.view.change.SubmitView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import java.util.Locale;

/** HTTP responses for results; a refused request is a problem. */
final class ResultResponses {
    private ResultResponses() {}

    static Answer answer(SubmitView submission) {
        OutcomeBody body = submission.json();
        return switch (submission.code()) {
            case OK -> Answer.of("submitted".equals(submission.result()) ? 201 : 200, body);
            case BROKER -> Answer.accepted(body);
            case STORE -> {
                if (submission.order() == null) {
                    throw new ProblemException(Problem.coded(503, "STORE", submission.text()));
                }
                yield Answer.accepted(body);
            }
            case NO ->
                    "key_reused".equals(submission.result())
                            ? refused(409, "KEY_REUSED", submission.text(), body)
                            : refused(422, code(submission), submission.text(), body);
            case USAGE, BUG ->
                    throw new IllegalStateException(submission.result() + " ended a submit");
        };
    }

    static Answer answer(CancelView line) {
        CancelBody body = line.json();
        return switch (line.result()) {
            case "no_such_order" ->
                    throw ProblemException.notFound("there is no order " + line.name());
            case "too_late" -> refused(409, "TOO_LATE", line.text(), body);
            case "refused" -> refused(422, "REFUSED", line.text(), body);
            case "unstored" -> refused(503, "STORE", line.text(), body);
            default -> Answer.accepted(body);
        };
    }

    /** Returns the response for a result that has an exit code. */
    static Answer answer(String result, ExitCode code, String text, Object body) {
        return switch (code) {
            case OK -> Answer.ok(body);
            case BROKER, STORE -> Answer.accepted(body);
            case NO ->
                    "key_reused".equals(result)
                            ? refused(409, "KEY_REUSED", text, body)
                            : refused(422, result.toUpperCase(Locale.ROOT), text, body);
            case USAGE, BUG -> throw new IllegalStateException(result + " ended a request");
        };
    }

    /** Returns the whole outcome, with the members of a problem. */
    static Answer refused(int status, String code, String text, Object body) {
        ObjectNode whole = JsonBody.tree(body);
        whole.setAll(Problem.coded(status, code, text).json(""));
        whole.remove("requestId");
        return new Answer(status, whole);
    }

    private static String code(SubmitView submission) {
        return submission.order() == null ? "DENIED" : submission.order().status().name();
    }
}
