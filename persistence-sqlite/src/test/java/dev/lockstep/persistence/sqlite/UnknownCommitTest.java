package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.Commit;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A disk failure during a commit, before or after it is completely written. */
@Tag("slow")
class UnknownCommitTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();
    private volatile Disk disk = Disk.SOUND;
    private @TempDir Path folder;

    @Test
    void a_failed_commit_that_is_found_stored_is_acknowledged() {
        try (SqliteStore store = open()) {
            disk = Disk.FAILS_AFTER;
            Order order = sample.intent();

            AddOutcome outcome = store.repository().add(order, EVIDENCE);

            assertThat(outcome).isInstanceOf(AddOutcome.Added.class);
            assertThat(store.repository().find(order.id())).contains(order);
            assertThat(store.inspection().health()).isInstanceOf(StoreHealth.Sound.class);
            assertWritesContinue(store);
        }
    }

    @Test
    void a_failed_commit_that_is_found_absent_reports_the_disk_failure() {
        try (SqliteStore store = open()) {
            disk = Disk.FAILS_BEFORE;
            Order order = sample.intent();

            assertFails(Reason.IO_ERROR, () -> store.repository().add(order, EVIDENCE));

            assertThat(store.repository().find(order.id())).isEmpty();
            awaitSound(store);
            assertWritesContinue(store);
        }
    }

    @Test
    void a_failed_commit_that_cannot_be_read_back_is_unknown_and_halts_new_orders() {
        try (SqliteStore store = open()) {
            disk = Disk.FAILS_AFTER_AND_PERMANENTLY;
            Order order = sample.intent();

            assertFails(Reason.COMMIT_UNKNOWN, () -> store.repository().add(order, EVIDENCE));
            assertFails(Reason.HALTED, () -> store.repository().add(sample.intent(), EVIDENCE));

            disk = Disk.SOUND;
            awaitSound(store);
            assertThat(store.repository().find(order.id())).contains(order);
            assertThat(store.repository().add(order, EVIDENCE))
                    .isInstanceOf(AddOutcome.AlreadyThere.class);
            assertWritesContinue(store);
        }
    }

    @Test
    void a_failed_commit_without_events_is_found_by_its_mark() {
        try (SqliteStore store = open()) {
            disk = Disk.FAILS_AFTER;
            assertThat(
                            store.incidents()
                                    .open(
                                            IncidentKind.EXTERNAL_ORDER,
                                            "one",
                                            "text",
                                            SampleOrders.START)
                                    .subject())
                    .isEqualTo("one");

            disk = Disk.FAILS_BEFORE;
            assertFails(
                    Reason.IO_ERROR,
                    () ->
                            store.incidents()
                                    .open(
                                            IncidentKind.EXTERNAL_ORDER,
                                            "two",
                                            "text",
                                            SampleOrders.START));
            awaitSound(store);
            assertWritesContinue(store);
        }
    }

    /** Otherwise a process that is killed then leaves the failed commit to be found. */
    @Test
    void the_commit_that_settles_a_failed_one_writes_to_the_database() throws SQLException {
        try (SqliteStore store = Stores.openWithoutTrials(file(), this::commit);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            disk = Disk.FAILS_BEFORE;
            long before = dataVersion(other);

            assertFails(Reason.IO_ERROR, () -> store.repository().add(sample.intent(), EVIDENCE));

            assertThat(dataVersion(other)).isNotEqualTo(before);
        }
    }

    private static long dataVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA data_version")) {
            return row.getLong(1);
        }
    }

    private Path file() {
        return folder.resolve("orders.db");
    }

    private SqliteStore open() {
        return Stores.open(file(), (Commit) this::commit);
    }

    private void commit(Session session) throws SQLException {
        switch (disk) {
            case SOUND -> session.commit();
            case FAILS_AFTER -> {
                disk = Disk.SOUND;
                session.commit();
                throw failure();
            }
            case FAILS_BEFORE -> {
                disk = Disk.SOUND;
                throw failure();
            }
            case FAILS_AFTER_AND_PERMANENTLY -> {
                disk = Disk.FAILS_PERMANENTLY;
                session.commit();
                throw failure();
            }
            case FAILS_PERMANENTLY -> throw failure();
        }
    }

    private static SQLException failure() {
        return new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
    }

    private void assertWritesContinue(SqliteStore store) {
        Order next = sample.intent();
        store.repository().add(next, EVIDENCE);
        assertThat(store.repository().find(next.id())).contains(next);
        assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(AuditVerdict.Intact.class);
    }

    private static void assertFails(Reason reason, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    private static void awaitSound(SqliteStore store) {
        Eventually.within(
                BOUND,
                "new orders are accepted",
                () -> store.inspection().health() instanceof StoreHealth.Sound);
    }

    private enum Disk {
        SOUND,
        FAILS_BEFORE,
        FAILS_AFTER,
        FAILS_AFTER_AND_PERMANENTLY,
        FAILS_PERMANENTLY
    }
}
