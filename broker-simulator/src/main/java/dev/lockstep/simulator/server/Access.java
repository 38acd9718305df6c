package dev.lockstep.simulator.server;

/**
 * An endpoint with the rule that says who may call it.
 *
 * @param endpoint answers the requests
 * @param keyed whether a request needs an account's key; otherwise it must come from this machine
 */
record Access(Endpoint endpoint, boolean keyed) {
    /** An endpoint that needs a key. */
    static Access keyed(Endpoint endpoint) {
        return new Access(endpoint, true);
    }

    /** An endpoint of the simulator itself, open to this machine only. */
    static Access local(Endpoint endpoint) {
        return new Access(endpoint, false);
    }
}
