package dev.lockstep.app.config.value;

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
