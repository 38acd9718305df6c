package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.usecase.recover.ClockSteps;
import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Reports a step of the machine's wall clock as an incident. Nothing else depends on it: intervals
 * and ages are measured by the monotonic clock. The incident ends once the clock has run evenly for
 * a while, also one that a process before this one opened. For one thread at a time.
 */
public final class WatchClock {
    private static final String SUBJECT = "wall clock";
    private static final Duration EVEN = Duration.ofMinutes(5);

    private final IncidentBook incidents;
    private final ClockSteps steps;
    private boolean mayBeOpen = true;

    public WatchClock(IncidentBook incidents, PlatformClock clock) {
        this.incidents = incidents;
        this.steps = new ClockSteps(clock);
    }

    /** Checks once, and opens or ends the incident. */
    public void check() {
        Optional<Duration> step = steps.measure();
        if (step.isPresent()) {
            incidents.open(IncidentKind.CLOCK_STEP, SUBJECT, text(step.get()));
            mayBeOpen = true;
        } else if (mayBeOpen && steps.measuredEvenFor(EVEN)) {
            incidents.settle(
                    IncidentKind.CLOCK_STEP, Map.of(), "it has run evenly for five minutes");
            mayBeOpen = false;
        }
    }

    private static String text(Duration step) {
        return step.isNegative()
                ? "The machine's clock was set back by "
                        + TimeSpan.rough(step.negated())
                        + ". Timestamps of before and after are out of order; let a time service"
                        + " set the clock."
                : "The machine's clock went forward by "
                        + TimeSpan.rough(step)
                        + ": it was set, or the machine was suspended. Let a time service set the"
                        + " clock.";
    }
}
