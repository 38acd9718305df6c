package dev.lockstep.app.stress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** A histogram of latencies in steps of about a sixteenth. Thread-safe. */
final class Latencies {
    private static final int STEP_BITS = 4;
    private static final int STEPS_A_DOUBLING = 1 << STEP_BITS;
    private static final long MAX_MICROS = (1L << 40) - 1;
    private static final int STEPS = stepOf(MAX_MICROS) + 1;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS);

    /** Counts a call. */
    void add(Duration took) {
        long micros = took.toNanos() / 1_000;
        counts.incrementAndGet(stepOf(Math.clamp(micros, 0, MAX_MICROS)));
    }

    /** Counts all of another's calls. */
    void addAll(Latencies others) {
        for (int step = 0; step < STEPS; step++) {
            counts.addAndGet(step, others.counts.get(step));
        }
    }

    /**
     * Returns a percentile in microseconds, rounded up by at most a sixteenth; zero without
     * samples.
     */
    long percentileMicros(int percent) {
        long requested = Math.ceilDiv(calls() * percent, 100);
        long seen = 0;
        for (int step = 0; step < STEPS; step++) {
            seen += counts.get(step);
            if (seen >= requested && seen > 0) {
                return longestOf(step);
            }
        }
        return 0;
    }

    /** Returns the counts that are not zero, by step. */
    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int step = 0; step < STEPS; step++) {
            if (counts.get(step) > 0) {
                node.put(String.valueOf(step), counts.get(step));
            }
        }
        return node;
    }

    /** Reads what {@link #json} wrote. */
    static Latencies of(JsonNode node) {
        Latencies latencies = new Latencies();
        for (Map.Entry<String, JsonNode> step : node.properties()) {
            latencies.counts.set(Integer.parseInt(step.getKey()), step.getValue().asLong());
        }
        return latencies;
    }

    private long calls() {
        long calls = 0;
        for (int step = 0; step < STEPS; step++) {
            calls += counts.get(step);
        }
        return calls;
    }

    private static int stepOf(long micros) {
        if (micros < STEPS_A_DOUBLING) {
            return (int) micros;
        }
        int doublings = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - STEP_BITS;
        int within = (int) (micros >> doublings) - STEPS_A_DOUBLING;
        return (doublings + 1) * STEPS_A_DOUBLING + within;
    }

    private static long longestOf(int step) {
        if (step < STEPS_A_DOUBLING) {
            return step;
        }
        int doublings = step / STEPS_A_DOUBLING - 1;
        long within = step % STEPS_A_DOUBLING;
        return ((STEPS_A_DOUBLING + within + 1) << doublings) - 1;
    }
}
