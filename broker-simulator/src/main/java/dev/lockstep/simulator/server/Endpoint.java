package dev.lockstep.simulator.server;

/** Answers the requests of one path and method. */
interface Endpoint {
    /**
     * Answers a request.
     *
     * @param account whom the request's key speaks for
     */
    Answer answer(ExchangeRequest request, String account);
}
