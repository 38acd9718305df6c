package dev.lockstep.persistence.sqlite.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.sql.lock.LockCounters;
import dev.lockstep.persistence.sql.lock.LockRetry;
import dev.lockstep.persistence.sqlite.connection.SqliteFailures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Retries depend on the result code, not on the message text. */
class LockRetryTest {
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final LockCounters counters = new LockCounters(StoreMetrics.NONE);
    private final AtomicInteger runs = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(
            names = {
                "SQLITE_BUSY",
                "SQLITE_BUSY_SNAPSHOT",
                "SQLITE_BUSY_RECOVERY",
                "SQLITE_LOCKED",
                "SQLITE_PROTOCOL"
            })
    void a_lock_failure_is_retried_whatever_its_text(SQLiteErrorCode code) throws Exception {
        LockRetry retry = retry(Duration.ofSeconds(10));

        String answer =
                retry.call(() -> {
                    if (runs.incrementAndGet() < 3) {
                        throw new SQLiteException("no such text", code);
                    }
                    return "done";
                });

        assertThat(answer).isEqualTo("done");
        assertThat(runs).hasValue(3);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SQLITE_CONSTRAINT",
                "SQLITE_CONSTRAINT_UNIQUE",
                "SQLITE_FULL",
                "SQLITE_IOERR",
                "SQLITE_CORRUPT",
                "SQLITE_READONLY",
                "SQLITE_ERROR",
                "SQLITE_INTERRUPT"
            })
    void any_other_failure_is_thrown_immediately_whatever_its_text(SQLiteErrorCode code) {
        LockRetry retry = retry(Duration.ofSeconds(10));

        assertThatThrownBy(() ->
                        retry.call(() -> {
                            runs.incrementAndGet();
                            throw new SQLiteException("database is locked", code);
                        }))
                .isInstanceOf(SQLiteException.class);

        assertThat(runs).hasValue(1);
        assertThat(counters.retries()).isZero();
    }

    @Test
    void a_runtime_exception_is_thrown_immediately() {
        LockRetry retry = retry(Duration.ofSeconds(10));

        assertThatThrownBy(() ->
                        retry.call(() -> {
                            runs.incrementAndGet();
                            throw new IllegalStateException("database is locked");
                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(runs).hasValue(1);
    }

    @Test
    void an_interrupt_ends_the_wait() throws Exception {
        LockRetry retry = retry(Duration.ofMinutes(10));
        AtomicReference<@Nullable Exception> thrown = new AtomicReference<>();
        Thread waiting =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                retry.call(LockRetryTest::alwaysLocked);
                            } catch (SQLException | RepositoryException failure) {
                                thrown.set(failure);
                            }
                        });
        Eventually.within(BOUND, "it waits", () -> counters.waits() > 0);

        waiting.interrupt();

        assertThat(waiting.join(BOUND)).isTrue();
        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure ->
                                assertThat(failure.reason())
                                        .isEqualTo(RepositoryException.Reason.INTERRUPTED));
    }

    private LockRetry retry(Duration deadline) {
        return new LockRetry(deadline, SqliteFailures.INSTANCE, counters, System::nanoTime);
    }

    private static String alwaysLocked() throws SQLException {
        throw new SQLiteException("locked", SQLiteErrorCode.SQLITE_BUSY);
    }
}
