package dev.lockstep.simulator.server.request;

/** Handler for the requests of one path and method. */
public interface VenueEndpoint {
    /**
     * Handles a request.
     *
     * @param account the account of the request's key
     */
    VenueAnswer answer(ExchangeRequest request, String account);
}
