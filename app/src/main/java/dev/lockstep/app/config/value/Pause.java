package dev.lockstep.app.config.value;

import java.time.Duration;

/** Waits for a duration. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void of(Duration duration) throws InterruptedException;
}
