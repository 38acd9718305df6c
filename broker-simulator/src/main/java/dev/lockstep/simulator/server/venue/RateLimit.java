package dev.lockstep.simulator.server.venue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the requests of each account in the current minute. Thread-safe. */
public final class RateLimit {
    private static final long WINDOW_SECONDS = Duration.ofMinutes(1).toSeconds();

    private final int requestsPerMinute;
    private final InstantSource clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    private record Window(long startSecond, int used) {}

    /** Result of counting a request, for the rate limit headers. */
    public record Allowance(boolean granted, int limit, int remaining, long resetSecond) {}

    public RateLimit(int requestsPerMinute, InstantSource clock) {
        this.requestsPerMinute = requestsPerMinute;
        this.clock = clock;
    }

    /** Counts one request of an account. */
    public Allowance take(String account) {
        long second = clock.instant().getEpochSecond();
        long start = second - Math.floorMod(second, WINDOW_SECONDS);
        Window window =
                windows.merge(
                        account,
                        new Window(start, 1),
                        (old, first) ->
                                old.startSecond() == start
                                        ? new Window(start, Math.addExact(old.used(), 1))
                                        : first);
        if (requestsPerMinute == 0) {
            return new Allowance(true, Integer.MAX_VALUE, Integer.MAX_VALUE, second);
        }
        int remaining = requestsPerMinute - window.used();
        return new Allowance(
                remaining >= 0, requestsPerMinute, Math.max(remaining, 0), start + WINDOW_SECONDS);
    }
}
