package dev.lockstep.persistence.sqlite.inspection;

import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.JournalSize;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.StoreFaults;
import dev.lockstep.persistence.sql.inspection.HealthCheck;
import dev.lockstep.persistence.sql.inspection.HoldingCheck;
import dev.lockstep.persistence.sql.inspection.InspectionReport;
import dev.lockstep.persistence.sql.inspection.LeaseCheck;
import dev.lockstep.persistence.sql.lock.LockCounters;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/**
 * SQLite implementation of {@link StoreInspection}: reads the settings back from a connection and
 * checks the file, its disk, its journal and the trading lease.
 */
public final class SqliteInspection implements StoreInspection {
    private static final List<String> PRAGMAS =
            List.of(
                    "journal_mode",
                    "synchronous",
                    "busy_timeout",
                    "foreign_keys",
                    "user_version",
                    "page_size",
                    "page_count");

    private final Subject subject;
    private final InstantSource clock;
    private final DiskCheck disk;
    private final JournalCheck journal;

    public SqliteInspection(Subject subject, InstantSource clock, LongSupplier nanoTime) {
        this.subject = subject;
        this.clock = clock;
        this.disk = new DiskCheck(subject.connections(), nanoTime);
        this.journal = new JournalCheck(subject.connections(), subject.readers());
    }

    @Override
    public StoreStatus inspect() {
        InspectionReport report = new InspectionReport();
        subject.readers().read(SqliteInspection::pragmas).forEach(report::put);
        report.put("instance_tag", subject.tag().value());
        report.put("lock_deadline_millis", subject.lockDeadline().toMillis());
        integrity(report);
        report.add(subject.readers().read(HoldingCheck::finding));
        durability(report);
        disk.into(report);
        journal.into(report);
        LeaseCheck.into(report, subject.readers(), clock.instant());
        HealthCheck.into(report, health());
        return new StoreStatus(
                subject.connections().file().toString(),
                report.settings(),
                subject.counters().retries(),
                subject.counters().timeouts(),
                report.findings());
    }

    @Override
    public Finding integrity() {
        String answer = subject.readers().read(session -> SqliteSession.of(session).integrity());
        InspectionReport report = new InspectionReport();
        addIntegrity(report, answer);
        return report.findings().getFirst();
    }

    @Override
    public StoreHealth health() {
        return subject.faults().health();
    }

    @Override
    public JournalSize journal() {
        return subject.growth().size();
    }

    private static SequencedMap<String, String> pragmas(Session session) throws SQLException {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        for (String pragma : PRAGMAS) {
            String value = SqliteSession.of(session).pragma(pragma);
            settings.put(pragma, pragma.equals("synchronous") ? synchronous(value) : value);
        }
        return settings;
    }

    private static String synchronous(String level) {
        return switch (level) {
            case "1" -> "normal";
            case "2" -> "full";
            default -> level;
        };
    }

    private void integrity(InspectionReport report) {
        try {
            addIntegrity(
                    report,
                    subject.readers().read(session -> SqliteSession.of(session).quickCheck()));
        } catch (RepositoryException failure) {
            if (failure.reason() == Reason.READ_TIMEOUT) {
                report.warning(
                        "the file is too large to check within the deadline",
                        "make a backup: its copy is checked in full");
            } else {
                addDamage(report, String.valueOf(failure.getMessage()));
            }
        }
    }

    private static void addIntegrity(InspectionReport report, String answer) {
        if (answer.equals("ok")) {
            report.fine("the database file is intact");
        } else {
            addDamage(report, answer);
        }
    }

    private static void addDamage(InspectionReport report, String text) {
        report.problem(
                "the database file is damaged: " + text,
                "stop trading and restore the last backup");
    }

    private static void durability(InspectionReport report) {
        String synchronous = String.valueOf(report.settings().get("synchronous"));
        if (synchronous.equals("full")) {
            report.fine("stored data survives a power failure");
        } else {
            report.warning(
                    "synchronous is " + synchronous + ": a power failure can lose stored orders",
                    "set synchronous to full");
        }
    }

    /**
     * The inspected store.
     *
     * @param connections opens connections
     * @param readers the reader pool
     * @param counters lock wait counters
     * @param faults the store's health
     * @param growth the journal's size
     * @param tag the database's tag
     * @param lockDeadline the total wait of a call
     */
    public record Subject(
            SqliteConnections connections,
            Readers readers,
            LockCounters counters,
            StoreFaults faults,
            JournalGrowth growth,
            InstanceTag tag,
            Duration lockDeadline) {}
}
