package dev.lockstep.broker.alpaca.resilience;

import java.time.Duration;

/** Waiting, replaceable in tests and simulations. */
@FunctionalInterface
public interface Sleeper {
    /** Returns after {@code duration}; throws if interrupted. */
    void pause(Duration duration) throws InterruptedException;
}
