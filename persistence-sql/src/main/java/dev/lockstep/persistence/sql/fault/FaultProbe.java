package dev.lockstep.persistence.sql.fault;

import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.RepositoryException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background thread that periodically checks whether a fault has been cleared. On a nearly full
 * disk the small test write may succeed where an order fails; that order then reports the fault
 * again.
 */
public final class FaultProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FaultProbe.class);

    private final StoreFaults faults;
    private final Trial trial;
    private final Runnable pending;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Starts the thread.
     *
     * @param pending stores changes that could not be stored before
     * @param pause the interval between test writes
     */
    public FaultProbe(
            StoreFaults faults,
            Trial trial,
            Runnable pending,
            Duration pause,
            ThreadFactory threads) {
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

    /** Retries to store restrictions kept in memory, whatever the cause of the failure. */
    private void storePending() {
        try {
            pending.run();
        } catch (RepositoryException still) {
            LOG.debug("pending restrictions still cannot be stored: {}", still.getMessage());
        }
    }

    private void tryAgain(StoreHealth.Halted halted) {
        try {
            trial.run(halted.reason());
            faults.cleared();
        } catch (RepositoryException still) {
            LOG.debug("the fault persists: {}", still.getMessage());
        }
    }

    /** A test that shows whether a fault has been cleared. */
    @FunctionalInterface
    public interface Trial {
        /**
         * Runs the test.
         *
         * @param fault the reason of the fault
         * @throws RepositoryException if the fault persists
         */
        void run(RepositoryException.Reason fault);
    }
}
