package dev.lockstep.app.web.route;

import dev.lockstep.app.web.answer.Answer;
import io.javalin.http.Context;

/** Answers one kind of request. */
@FunctionalInterface
public interface Endpoint {
    /** Carries the request out. */
    Answer answer(Context request) throws InterruptedException;
}
