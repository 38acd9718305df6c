package dev.lockstep.contracts;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something to become true, within a bound. */
public final class Eventually {
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private Eventually() {}

    /**
     * Asks again and again until the answer is yes.
     *
     * @throws AssertionError if it is still no when the time is over
     */
    public static void within(Duration bound, String what, BooleanSupplier question) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within " + bound + ": " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
