package dev.lockstep.simulator.server;

/**
 * An endpoint with its access rule.
 *
 * @param endpoint handles the requests
 * @param keyed whether a request needs an API key; otherwise it must come from this machine
 */
record Access(Endpoint endpoint, boolean keyed) {
    /** Creates an endpoint that needs an API key. */
    static Access keyed(Endpoint endpoint) {
        return new Access(endpoint, true);
    }

    /** Creates an endpoint of the simulator itself, accessible from this machine only. */
    static Access local(Endpoint endpoint) {
        return new Access(endpoint, false);
    }
}
