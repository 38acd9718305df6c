package dev.lockstep.domain.port.store;

import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last report of the trading loop, readable by every process.
 *
 * @param owner the process that runs the loop
 * @param at the time of the report
 * @param goodSync the last successful sync, null before the first
 * @param staleAt when the orders become stale without another successful sync
 * @param trouble why the last sync failed, empty if it succeeded
 * @param stream whether stream events can arrive
 * @param streamSince since when
 */
public record LoopReport(
        String owner,
        Instant at,
        @Nullable GoodSync goodSync,
        Instant staleAt,
        String trouble,
        StreamStatus.State stream,
        Instant streamSince) {
    /** Clocks of two processes on one machine differ by less than this. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /**
     * Returns whether the orders were synced recently. A report from the future was made before the
     * clock was set back: its age is unknown, so it is not fresh.
     */
    public boolean fresh(Instant now) {
        Instant latest = now.plus(CLOCK_TOLERANCE);
        return goodSync != null
                && !goodSync.at().isAfter(latest)
                && !at.isAfter(latest)
                && now.isBefore(staleAt);
    }

    /**
     * A sync that came through.
     *
     * @param at when it began
     * @param took how long it took
     * @param changed how many orders it changed
     */
    public record GoodSync(Instant at, Duration took, int changed) {
        public GoodSync {
            if (changed < 0) {
                throw new InvalidValueException("changed", changed, ">= 0");
            }
        }
    }
}
