package dev.lockstep.simulator.server;

import io.javalin.http.Context;

/** Answers the requests of one path and method. */
interface Endpoint {
    /**
     * Answers a request.
     *
     * @param account whom the request's key speaks for
     */
    Answer answer(Context request, String account);
}
