package dev.lockstep.domain.usecase.feed;

import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.port.MonotonicClock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The waits of one reader between its reads of a feed: each ends with the hint of a commit or, as
 * hints may be lost, with the reader's interval. Used by one thread; hints come from any.
 */
public final class FeedWait implements AutoCloseable {
    private final MonotonicClock clock;
    private final long begun;
    private final ReadPace pace;
    private final CommitHints.Subscription subscription;
    private boolean hinted;
    private boolean lost;
    private boolean announced;

    /**
     * Subscribes to hints until {@link #close}.
     *
     * @param interval the time between two reads without hints, and with many hints on average
     */
    FeedWait(CommitHints hints, MonotonicClock clock, Duration interval) {
        this.clock = clock;
        this.begun = clock.nanoTime();
        this.pace = new ReadPace(interval);
        this.subscription = hints.subscribe(new Signals());
    }

    /**
     * Waits until the next read is due.
     *
     * @param found whether the last read found something
     */
    public synchronized void await(boolean found) throws InterruptedException {
        ReadPace.Due due = pace.after(nanos(), found, announced || hinted);
        sleep(due.latestNanos(), () -> hinted || lost);
        sleep(due.hintedNanos(), () -> false);
        if (lost) {
            pace.distrust();
        }
        announced = hinted && !lost;
        // Before the read: what is committed during it is hinted again.
        hinted = false;
        lost = false;
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void sleep(long untilNanos, BooleanSupplier enough) throws InterruptedException {
        for (long left = untilNanos - nanos();
                left > 0 && !enough.getAsBoolean();
                left = untilNanos - nanos()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private long nanos() {
        return clock.since(begun).toNanos();
    }

    private synchronized void signal(boolean ofLoss) {
        hinted |= !ofLoss;
        lost |= ofLoss;
        notifyAll();
    }

    private final class Signals implements CommitHints.Listener {
        @Override
        public void committed() {
            signal(false);
        }

        @Override
        public void lost() {
            signal(true);
        }
    }
}
