package dev.lockstep.app.config;

import java.time.Duration;

/** How to wait for a while. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits.
     *
     * @throws InterruptedException if somebody wants the thread to end
     */
    void of(Duration duration) throws InterruptedException;
}
