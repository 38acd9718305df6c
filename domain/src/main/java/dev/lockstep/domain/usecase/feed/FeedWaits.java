package dev.lockstep.domain.usecase.feed;

import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;

/**
 * The waits of a process's readers of feeds.
 *
 * @param hints ends waits early
 * @param clock measures intervals
 */
public record FeedWaits(CommitHints hints, MonotonicClock clock) {
    /** Returns the waits of a reader, which it must close, with its interval between two reads. */
    public FeedWait every(Duration interval) {
        return new FeedWait(hints, clock, interval);
    }
}
