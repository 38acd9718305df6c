package dev.lockstep.simulator.server;

/** Handler for the requests of one path and method. */
interface Endpoint {
    /**
     * Handles a request.
     *
     * @param account the account of the request's key
     */
    Answer answer(ExchangeRequest request, String account);
}
