package dev.lockstep.simulator.server.request;

/**
 * An endpoint with its access rule.
 *
 * @param endpoint handles the requests
 * @param keyed whether a request needs an API key; otherwise it must come from this machine
 */
public record Access(VenueEndpoint endpoint, boolean keyed) {
    /** Creates an endpoint that needs an API key. */
    public static Access keyed(VenueEndpoint endpoint) {
        return new Access(endpoint, true);
    }

    /** Creates an endpoint of the simulator itself, accessible from this machine only. */
    public static Access local(VenueEndpoint endpoint) {
        return new Access(endpoint, false);
    }
}
