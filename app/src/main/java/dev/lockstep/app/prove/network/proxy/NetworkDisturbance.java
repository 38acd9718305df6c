package dev.lockstep.app.prove.network.proxy;

import java.time.Duration;

/**
 * A fault that happens once.
 *
 * @param flow the bytes that it concerns
 * @param fault what happens to them
 * @param held how long the bytes are held, zero if they are not
 * @param reset whether a cut resets the connection instead of closing it
 */
record NetworkDisturbance(Flow flow, NetworkFault fault, Duration held, boolean reset) {
    /** Returns its name in reports. */
    String name() {
        return name(flow, fault);
    }

    static String name(Flow flow, NetworkFault fault) {
        return flow.word() + "-" + fault.word();
    }
}
