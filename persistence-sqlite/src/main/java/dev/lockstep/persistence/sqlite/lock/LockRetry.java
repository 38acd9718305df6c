package dev.lockstep.persistence.sqlite.lock;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.persistence.sqlite.connection.Failures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a whole unit again while somebody else holds a lock, within one deadline.
 *
 * <p>There are five attempts with 100, 200, 400 and 800 ms between them. A lock may be held for
 * longer than that, so each attempt lasts: it asks again and again, in short steps, for a fifth of
 * what the deadline leaves beside the pauses. With a deadline of 30 s an attempt asks for 5.7 s.
 * Where the deadline is shorter than 4 s the pauses shrink with it.
 *
 * <p>The waiting is done here and not in SQLite, where no interrupt would reach it.
 */
public final class LockRetry {
    private static final Logger LOG = LoggerFactory.getLogger(LockRetry.class);
    private static final int MAX_ATTEMPTS = 5;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final int PAUSES_IN_FIRST = 1 + 2 + 4 + 8;
    private static final int LONGEST_IN_FIRST = 8;
    private static final double JITTER = 0.1;
    private static final long STEP_MILLIS = 2;

    private final LockCounters counters;
    private final LongSupplier nanoTime;
    private final Duration attempt;
    private final FailsafeExecutor<Object> executor;

    /**
     * Builds the policy.
     *
     * @param deadline how long a unit waits in all
     */
    public LockRetry(Duration deadline, LockCounters counters, LongSupplier nanoTime) {
        this.counters = counters;
        this.nanoTime = nanoTime;
        Duration first = Duration.ofMillis(Math.min(FIRST_PAUSE_MILLIS, deadline.toMillis() / 40));
        this.attempt =
                deadline.minus(first.multipliedBy(PAUSES_IN_FIRST + 2)).dividedBy(MAX_ATTEMPTS);
        RetryPolicy<Object> policy =
                RetryPolicy.builder()
                        .handleIf(Failures::busy)
                        .withMaxAttempts(MAX_ATTEMPTS)
                        .withBackoff(first, first.multipliedBy(LONGEST_IN_FIRST))
                        .withJitter(JITTER)
                        .onRetry(event -> retrying(event.getAttemptCount()))
                        .build();
        this.executor = Failsafe.with(policy);
    }

    /**
     * Runs the work until nobody is in its way.
     *
     * @throws SQLException what SQLite said last
     * @throws RepositoryException if the thread is interrupted while it waits
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
        try {
            return work.run();
        } catch (SQLException failure) {
            if (!Failures.busy(failure)) {
                throw failure;
            }
            return waiting(work);
        }
    }

    private <T> T waiting(SqlWork<T> work) throws SQLException, InterruptedException {
        counters.waiting();
        long began = nanoTime.getAsLong();
        Deadline end = Deadline.in(attempt, nanoTime);
        try {
            while (true) {
                Thread.sleep(STEP_MILLIS);
                try {
                    return work.run();
                } catch (SQLException failure) {
                    if (!Failures.busy(failure) || end.passed()) {
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
        // Not the driver's message: it reads as if the order had failed.
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
