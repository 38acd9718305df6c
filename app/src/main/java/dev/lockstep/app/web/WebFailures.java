package dev.lockstep.app.web;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ended a request into a problem that says what is wrong, and nothing more. */
final class WebFailures {
    private static final Logger LOG = LoggerFactory.getLogger(WebFailures.class);
    private static final String RETRY_SECONDS = "1";

    private WebFailures() {}

    static void register(RoutesConfig routes) {
        routes.exception(
                ProblemException.class, (ended, request) -> write(request, ended.problem()));
        routes.exception(
                InvalidValueException.class, (wrong, request) -> write(request, Problem.of(wrong)));
        routes.exception(
                RepositoryException.class,
                (failed, request) -> {
                    if (passes(failed.reason())) {
                        request.header("Retry-After", RETRY_SECONDS);
                    }
                    write(request, of(failed));
                });
        routes.exception(CommandEnd.class, (end, request) -> write(request, of(end)));
        routes.exception(
                HttpResponseException.class, (answer, request) -> write(request, of(answer)));
        routes.exception(
                InterruptedException.class,
                (ending, request) -> {
                    Thread.currentThread().interrupt();
                    write(request, Problem.coded(503, "ending", "the server is ending"));
                });
        routes.exception(
                Exception.class,
                (bug, request) -> {
                    LOG.error(
                            "internal error in request {} {} {}",
                            id(request),
                            request.method(),
                            request.path(),
                            bug);
                    write(request, Problem.of(500, "internal error; the log has details"));
                });
    }

    private static Problem of(RepositoryException failed) {
        return failed.reason() == RepositoryException.Reason.MISUSE
                ? Problem.of(400, String.valueOf(failed.getMessage()))
                : Problem.coded(503, "store", String.valueOf(failed.getMessage()));
    }

    /** Returns whether the failure may end without a person. */
    private static boolean passes(RepositoryException.Reason reason) {
        return switch (reason) {
            case LOCK_TIMEOUT, READ_TIMEOUT, HALTED, OVERLOADED, READ_ONLY, IO_ERROR -> true;
            case DISK_FULL,
                    CORRUPT,
                    INCOMPATIBLE,
                    REPLACED,
                    COMMIT_UNKNOWN,
                    FENCED,
                    INTERRUPTED,
                    CLOSED,
                    MISUSE ->
                    false;
        };
    }

    private static Problem of(CommandEnd end) {
        String text = String.valueOf(end.getMessage());
        return switch (end.code()) {
            case BROKER -> Problem.coded(503, "broker", text);
            case STORE -> Problem.coded(503, "store", text);
            case OK, NO, USAGE -> Problem.of(422, text);
            case BUG -> Problem.of(500, text);
        };
    }

    private static Problem of(HttpResponseException answer) {
        return switch (answer.getStatus()) {
            case 404 -> Problem.of(404, "there is nothing here");
            case 405 -> Problem.of(405, "this is done by another method: see the header Allow");
            default -> Problem.of(answer.getStatus(), "this is no request that can be answered");
        };
    }

    private static void write(Context request, Problem problem) {
        request.status(problem.status())
                .contentType(Problem.CONTENT_TYPE)
                .result(JsonBody.bytes(problem.json(id(request))));
    }

    private static String id(Context request) {
        return Objects.requireNonNullElse(request.res().getHeader(Problem.REQUEST_ID), "");
    }
}
