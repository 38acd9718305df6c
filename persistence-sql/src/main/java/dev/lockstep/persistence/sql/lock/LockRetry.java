package dev.lockstep.persistence.sql.lock;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.sql.connection.Failures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries a unit of work while another connection holds a lock, within one deadline.
 *
 * <p>There are five attempts with pauses of 100, 200, 400 and 800 ms. Because a lock may be held
 * longer, each attempt polls in short steps for one fifth of the deadline minus the pauses: 5.7 s
 * for a deadline of 30 s. For a deadline below 4 s the pauses shrink proportionally. A database
 * that waits for the lock itself has waited at most once more than the deadline allows.
 *
 * <p>The waiting happens here and not inside the driver, where it could not be interrupted.
 */
public final class LockRetry {
    private static final Logger LOG = LoggerFactory.getLogger(LockRetry.class);
    private static final int MAX_ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final int PAUSES_IN_FIRST = 1 + 2 + 4 + 8;
    private static final int LONGEST_IN_FIRST = 8;
    private static final double JITTER = 0.1;
    private static final long STEP_MILLIS = 2;

    private final Failures failures;
    private final LockCounters counters;
    private final LongSupplier nanoTime;
    private final Duration attempt;
    private final FailsafeExecutor<Object> executor;

    /**
     * Creates the policy.
     *
     * @param deadline the total wait of a unit
     * @param failures classifies the failures of the work
     */
    public LockRetry(
            Duration deadline, Failures failures, LockCounters counters, LongSupplier nanoTime) {
        this.failures = failures;
        this.counters = counters;
        this.nanoTime = nanoTime;
        Duration first = Duration.ofMillis(Math.min(FIRST_PAUSE_MILLIS, deadline.toMillis() / 40));
        this.attempt =
                deadline.minus(first.multipliedBy(PAUSES_IN_FIRST + 2)).dividedBy(MAX_ATTEMPTS);
        RetryPolicy<Object> policy =
                RetryPolicy.builder()
                        .handleIf(failures::busy)
                        .withMaxAttempts(MAX_ATTEMPTS)
                        .withMaxDuration(deadline)
                        .withBackoff(first, first.multipliedBy(LONGEST_IN_FIRST))
                        .withJitter(JITTER)
                        .onRetry(event -> retrying(event.getAttemptCount()))
                        .build();
        this.executor = Failsafe.with(policy);
    }

    /**
     * Runs the work until no lock blocks it or the attempts are used up.
     *
     * @throws SQLException the last failure of the database
     * @throws RepositoryException if the thread is interrupted while waiting
     */
    public <T> T call(SqlWork<T> work) throws SQLException {
        try {
            return executor.get(() -> attempt(work));
        } catch (FailsafeException wrapped) {
            switch (wrapped.getCause()) {
                case SQLException failure -> throw failure;
                case InterruptedException _ -> throw interrupted(wrapped);
                case null, default -> throw wrapped;
            }
        }
    }

    private <T> T attempt(SqlWork<T> work) throws SQLException, InterruptedException {
        long began = nanoTime.getAsLong();
        Deadline end = Deadline.in(attempt, nanoTime);
        try {
            return work.run();
        } catch (SQLException failure) {
            if (!failures.busy(failure)) {
                throw failure;
            }
        }
        return waiting(work, began, end);
    }

    private <T> T waiting(SqlWork<T> work, long began, Deadline end)
            throws SQLException, InterruptedException {
        counters.waiting();
        try {
            while (true) {
                Thread.sleep(STEP_MILLIS);
                try {
                    return work.run();
                } catch (SQLException failure) {
                    if (!failures.busy(failure) || end.passed()) {
                        throw failure;
                    }
                }
            }
        } finally {
            counters.waited(Duration.ofNanos(nanoTime.getAsLong() - began));
        }
    }

    private void retrying(int attempts) {
        counters.retried();
        // The driver's message is omitted: it reads as if the order had failed.
        LOG.warn(
                "another process is writing; waiting for it, attempt {} of {}",
                attempts + 1,
                MAX_ATTEMPTS);
    }

    private static RepositoryException interrupted(FailsafeException cause) {
        Thread.currentThread().interrupt();
        return new RepositoryException(
                RepositoryException.Reason.INTERRUPTED, "interrupted while waiting", cause);
    }
}
