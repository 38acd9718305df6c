package dev.lockstep.broker.alpaca.resilience;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pauses {
    /** Returns after that time, or earlier if interrupted. */
    void pause(Duration duration) throws InterruptedException;
}
