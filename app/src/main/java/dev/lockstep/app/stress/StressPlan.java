package dev.lockstep.app.stress;

import dev.lockstep.domain.value.InvalidValueException;

/**
 * The size of a stress test.
 *
 * @param processes the number of processes, 1 to {@value #MAX_PROCESSES}
 * @param threads the number of callers in each, 1 to {@value #MAX_THREADS}
 * @param seconds the duration, 1 to {@value #MAX_SECONDS}
 */
public record StressPlan(int processes, int threads, int seconds) {
    /** The most processes. */
    public static final int MAX_PROCESSES = 32;

    /** The most callers in a process. */
    public static final int MAX_THREADS = 256;

    /** The longest run. */
    public static final int MAX_SECONDS = 600;

    public StressPlan {
        requireWithin("processes", processes, MAX_PROCESSES);
        requireWithin("threads", threads, MAX_THREADS);
        requireWithin("seconds", seconds, MAX_SECONDS);
    }

    private static void requireWithin(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw new InvalidValueException(field, value, "1 to " + max);
        }
    }
}
