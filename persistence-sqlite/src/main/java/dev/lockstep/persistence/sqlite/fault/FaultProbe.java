package dev.lockstep.persistence.sqlite.fault;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.StoreHealth;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries every so often whether a fault is gone, on a thread of its own. On a disk that is all but
 * full the trial, which is small, may work where an order does not: then that order meets the fault
 * again.
 */
public final class FaultProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FaultProbe.class);

    private final Faults faults;
    private final Trial trial;
    private final Runnable pending;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Starts it.
     *
     * @param pending stores what could not be stored before
     * @param pause how long it waits between two trials
     */
    public FaultProbe(
            Faults faults, Trial trial, Runnable pending, Duration pause, ThreadFactory threads) {
        this.faults = faults;
        this.trial = trial;
        this.pending = pending;
        this.pause = pause;
        this.thread = threads.newThread(this::runUntilClosed);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilClosed() {
        try {
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                if (faults.health() instanceof StoreHealth.Halted halted) {
                    tryAgain(halted);
                }
                storePending();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a process keeps for itself is stored as soon as it can be, whatever was in the way. */
    private void storePending() {
        try {
            pending.run();
        } catch (RepositoryException still) {
            LOG.debug("it still cannot be stored: {}", still.getMessage());
        }
    }

    private void tryAgain(StoreHealth.Halted halted) {
        try {
            trial.run(halted.reason());
            faults.gone();
        } catch (RepositoryException still) {
            LOG.debug("the fault is still there: {}", still.getMessage());
        }
    }

    /** What shows that a fault is gone. */
    @FunctionalInterface
    public interface Trial {
        /**
         * Tries it.
         *
         * @param fault what had failed
         * @throws RepositoryException if it is still there
         */
        void run(RepositoryException.Reason fault);
    }
}
