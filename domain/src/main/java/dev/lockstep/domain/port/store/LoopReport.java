package dev.lockstep.domain.port.store;

import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the trading loop last said of itself, kept where every process can read it.
 *
 * @param owner who runs the loop
 * @param at when it said so
 * @param goodSync the last sync that came through, null before the first
 * @param staleAt from when on the orders are too old to be trusted if no other sync comes through
 * @param trouble why the last sync failed, empty if it came through
 * @param stream whether live news can arrive
 * @param streamSince since when it is so
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
     * Whether the orders were as the broker has them not too long ago. A report from the future was
     * made before the clock was set back: how old it is cannot be told, so it is not fresh.
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
