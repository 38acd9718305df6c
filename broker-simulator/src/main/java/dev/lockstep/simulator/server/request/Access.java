package dev.lockstep.simulator.server.request;

/**
 * An endpoint with its access rule.
 *
 * @param endpoint handles the requests
 */
public record Access(VenueEndpoint endpoint, Rule rule) {
    /** Who may use an endpoint. */
    public enum Rule {
        /** A request needs an API key. */
        KEY,
        /** A request needs no API key, as for Alpaca's crypto data; with one it may send it. */
        NO_KEY,
        /** A request must come from this machine. */
        LOCAL
    }

    /** Creates an endpoint that needs an API key. */
    public static Access keyed(VenueEndpoint endpoint) {
        return new Access(endpoint, Rule.KEY);
    }

    /** Creates an endpoint that needs no API key. */
    public static Access open(VenueEndpoint endpoint) {
        return new Access(endpoint, Rule.NO_KEY);
    }

    /** Creates an endpoint of the simulator itself, accessible from this machine only. */
    public static Access local(VenueEndpoint endpoint) {
        return new Access(endpoint, Rule.LOCAL);
    }
}
