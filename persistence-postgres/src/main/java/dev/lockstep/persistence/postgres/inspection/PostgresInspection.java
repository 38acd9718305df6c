package dev.lockstep.persistence.postgres.inspection;

import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import dev.lockstep.persistence.postgres.connection.PostgresSession;
import dev.lockstep.persistence.postgres.migration.PostgresMigrations;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.StoreFaults;
import dev.lockstep.persistence.sql.inspection.HealthCheck;
import dev.lockstep.persistence.sql.inspection.HoldingCheck;
import dev.lockstep.persistence.sql.inspection.InspectionReport;
import dev.lockstep.persistence.sql.inspection.LeaseCheck;
import dev.lockstep.persistence.sql.lock.LockCounters;
import dev.lockstep.persistence.sql.read.Readers;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.SequencedMap;

/**
 * PostgreSQL implementation of {@link StoreInspection}: reads the server's settings that stored
 * orders depend on, and checks the holdings and the trading lease.
 */
public final class PostgresInspection implements StoreInspection {
    private final Subject subject;
    private final InstantSource clock;

    /**
     * Creates the inspection of a database.
     *
     * @param clock the server's clock
     */
    public PostgresInspection(Subject subject, InstantSource clock) {
        this.subject = subject;
        this.clock = clock;
    }

    @Override
    public StoreStatus inspect() {
        InspectionReport report = new InspectionReport();
        subject.readers().read(PostgresInspection::settings).forEach(report::put);
        report.put("schema_version", PostgresMigrations.newestVersion());
        report.put("instance_tag", subject.tag().value());
        durability(report);
        report.add(integrity());
        LeaseCheck.into(report, subject.readers(), clock.instant());
        HealthCheck.into(report, health());
        return new StoreStatus(
                subject.address(),
                report.settings(),
                subject.counters().retries(),
                subject.counters().timeouts(),
                report.findings());
    }

    @Override
    public Finding integrity() {
        return subject.readers().read(HoldingCheck::finding);
    }

    @Override
    public StoreHealth health() {
        return subject.faults().health();
    }

    private static SequencedMap<String, String> settings(Session session) throws SQLException {
        PostgresSession server = PostgresSession.of(session);
        SequencedMap<String, String> settings = server.settings();
        settings.put("database_bytes", server.databaseBytes());
        return settings;
    }

    private static void durability(InspectionReport report) {
        boolean synced = on(report, "fsync") && on(report, "full_page_writes");
        if (synced) {
            report.fine("stored data survives a power failure of the server");
        } else {
            report.problem(
                    "the server does not wait for its disk: a power failure can lose stored orders",
                    "set fsync and full_page_writes to on in postgresql.conf");
        }
        String standbys = String.valueOf(report.settings().get("synchronous_standby_names"));
        if (standbys.isEmpty()) {
            report.fine("no synchronous standby: a lost disk of the server loses stored orders");
        } else {
            report.fine("a commit waits for the standby " + standbys);
        }
    }

    private static boolean on(InspectionReport report, String name) {
        return "on".equals(report.settings().get(name));
    }

    /**
     * The inspected store.
     *
     * @param address its address, without a password
     * @param readers the reader pool
     * @param counters lock wait counters
     * @param faults the store's health
     * @param tag the database's tag
     */
    public record Subject(
            String address,
            Readers readers,
            LockCounters counters,
            StoreFaults faults,
            InstanceTag tag) {}
}
