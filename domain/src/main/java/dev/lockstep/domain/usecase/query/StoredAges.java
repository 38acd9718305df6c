package dev.lockstep.domain.usecase.query;

import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ages of stored timestamps that no later step of the wall clock changes. The wall clock is read
 * once for each timestamp, when this process first asks for its age; from then on the age grows by
 * the monotonic clock. A timestamp from the future is as old as this process has known it.
 *
 * <p>Safe for use by several threads.
 */
public final class StoredAges {
    private static final int MAX_KNOWN = 10_000;

    private final PlatformClock clock;
    private final Map<Stamp, Known> known =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Stamp, Known> eldest) {
                    return size() > MAX_KNOWN;
                }
            };

    public StoredAges(PlatformClock clock) {
        this.clock = clock;
    }

    /** Returns the age of a timestamp. */
    public synchronized Duration of(String subject, Instant at) {
        Known first = known.computeIfAbsent(new Stamp(subject, at), this::first);
        return first.age().plus(clock.since(first.nanos()));
    }

    /** Returns whether the timestamp is at least this old. */
    public boolean reached(String subject, Instant at, Duration age) {
        return of(subject, at).compareTo(age) >= 0;
    }

    private Known first(Stamp stamp) {
        Duration age = Duration.between(stamp.at(), clock.instant());
        return new Known(age.isNegative() ? Duration.ZERO : age, clock.nanoTime());
    }

    private record Stamp(String subject, Instant at) {}

    private record Known(Duration age, long nanos) {}
}
