package dev.lockstep.simulation.exchange;

import dev.lockstep.simulation.schedule.VirtualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The values that something had in the last minute; an answer of the platform may use any. */
final class RecentValues {
    /** For how long a value is kept after another one took its place. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private final VirtualTime time;
    private final Deque<Valued> values = new ArrayDeque<>();

    private record Valued(BigDecimal value, long sinceNanos) {}

    RecentValues(VirtualTime time) {
        this.time = time;
    }

    /** Adds the value that holds from now on. */
    void set(BigDecimal value) {
        if (values.isEmpty() || values.getLast().value().compareTo(value) != 0) {
            values.addLast(new Valued(value, time.nanos()));
        }
        forget();
    }

    /** Returns the lowest value of the given time, at most {@link #KEPT}; zero before the first. */
    BigDecimal lowest(Duration span) {
        return within(span).stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
    }

    /**
     * Returns the highest value of the given time, at most {@link #KEPT}; zero before the first.
     */
    BigDecimal highest(Duration span) {
        return within(span).stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
    }

    /** A value holds until the next one, so the last one before that time counts too. */
    private List<BigDecimal> within(Duration span) {
        long oldest = time.nanos() - span.toNanos();
        List<BigDecimal> within = new ArrayList<>();
        for (Valued each : values) {
            if (each.sinceNanos() <= oldest) {
                within.clear();
            }
            within.add(each.value());
        }
        return within;
    }

    private void forget() {
        long oldest = time.nanos() - KEPT.toNanos();
        while (values.size() > 1) {
            Valued first = values.removeFirst();
            if (values.getFirst().sinceNanos() > oldest) {
                values.addFirst(first);
                return;
            }
        }
    }
}
