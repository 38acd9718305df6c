package dev.lockstep.app.prove.fuzz;

import dev.lockstep.app.prove.fuzz.parser.FuzzTargets;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one worker does: the input in its hands, its counts and its findings. The worker writes, and
 * another thread asks whether it hangs.
 */
final class FuzzWatch {
    /** The longest time that one input may take, with the machine under load. */
    static final Duration MAX_TIME = Duration.ofSeconds(60);

    private final MonotonicClock clock;
    private final FuzzFindings findings;
    private final Map<FuzzTargets, TargetCounts> counts = new EnumMap<>(FuzzTargets.class);
    private volatile @Nullable FuzzCase current;
    private volatile long beganNanos;
    private volatile long done;

    FuzzWatch(MonotonicClock clock, FuzzFindings findings) {
        this.clock = clock;
        this.findings = findings;
    }

    void began(FuzzCase next) {
        beganNanos = clock.nanoTime();
        current = next;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the worker writes it
    void ended(FuzzOutcome outcome) {
        FuzzCase ended = current;
        if (ended == null) {
            throw new IllegalStateException("no input began");
        }
        Duration took = clock.since(beganNanos);
        current = null;
        done++;
        counts.merge(ended.target(), TargetCounts.of(outcome, took), TargetCounts::plus);
        if (outcome instanceof FuzzOutcome.Failed(Throwable error)) {
            findings.add(ended, error);
        }
    }

    /** Returns the number of inputs so far. */
    long done() {
        return done;
    }

    /** Returns the input that takes too long, empty if none does. */
    Optional<FuzzCase> hanging() {
        FuzzCase now = current;
        return now != null && clock.since(beganNanos).compareTo(MAX_TIME) > 0
                ? Optional.of(now)
                : Optional.empty();
    }

    /** Returns the counts; complete only when the worker has ended. */
    Map<FuzzTargets, TargetCounts> counts() {
        return counts;
    }
}
