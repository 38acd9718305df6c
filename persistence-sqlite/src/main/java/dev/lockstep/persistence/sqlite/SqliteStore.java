package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.notification.RecordFeed;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.SignIns;
import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.persistence.sqlite.access.SqliteSignIns;
import dev.lockstep.persistence.sqlite.access.SqliteTradingKeys;
import dev.lockstep.persistence.sqlite.audit.SqliteAuditTrail;
import dev.lockstep.persistence.sqlite.backup.SqliteBackup;
import dev.lockstep.persistence.sqlite.checkpoint.Checkpointer;
import dev.lockstep.persistence.sqlite.connection.ConnectionFailures;
import dev.lockstep.persistence.sqlite.connection.Connections;
import dev.lockstep.persistence.sqlite.connection.NativeLibrary;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.fault.FaultProbe;
import dev.lockstep.persistence.sqlite.fault.Reserve;
import dev.lockstep.persistence.sqlite.fault.StoreFaults;
import dev.lockstep.persistence.sqlite.feed.SqliteOrderFeed;
import dev.lockstep.persistence.sqlite.fill.SqliteFills;
import dev.lockstep.persistence.sqlite.incident.SqliteIncidents;
import dev.lockstep.persistence.sqlite.inspection.JournalGrowth;
import dev.lockstep.persistence.sqlite.inspection.SqliteInspection;
import dev.lockstep.persistence.sqlite.lease.SqliteLoopReports;
import dev.lockstep.persistence.sqlite.lease.SqliteTradingLease;
import dev.lockstep.persistence.sqlite.lock.LockCounters;
import dev.lockstep.persistence.sqlite.lock.LockRetry;
import dev.lockstep.persistence.sqlite.lock.WriteTurns;
import dev.lockstep.persistence.sqlite.migration.InstanceTags;
import dev.lockstep.persistence.sqlite.migration.Migrations;
import dev.lockstep.persistence.sqlite.notification.SqliteNotificationOutbox;
import dev.lockstep.persistence.sqlite.notification.SqliteRecordFeed;
import dev.lockstep.persistence.sqlite.read.Readers;
import dev.lockstep.persistence.sqlite.risk.SqliteRiskControl;
import dev.lockstep.persistence.sqlite.write.Writer;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An open database with its writer, readers and threads. {@link #close} writes the queued units and
 * stops the threads. Thread-safe.
 */
public final class SqliteStore implements AutoCloseable {
    private static final List<String> QUIET = List.of("org.jooq.no-logo", "org.jooq.no-tips");

    private final InstanceTag tag;
    private final LockCounters counters;
    private final StoreFaults faults;
    private final Writer writer;
    private final Readers readers;
    private final Checkpointer checkpointer;
    private final FaultProbe probe;
    private final OrderRepository repository;
    private final OrderFeed feed;
    private final RecordFeed recordFeed;
    private final NotificationOutbox notificationOutbox;
    private final TradingLease lease;
    private final Incidents incidents;
    private final Fills fills;
    private final LoopReports loopReports;
    private final RiskControl riskControl;
    private final TradingKeys tradingKeys;
    private final SignIns signIns;
    private final StoreInspection inspection;
    private final StoreBackup backup;
    private final AuditTrail auditTrail;

    private SqliteStore(SqliteConfig config, StoreSurroundings given, Connections connections) {
        this.counters = new LockCounters(given.metrics());
        Reserve reserve = new Reserve(connections.file(), given.reserveBytes());
        this.faults = new StoreFaults(given.clock(), reserve);
        LockRetry retry = new LockRetry(config.lockDeadline(), counters, given.nanoTime());
        Opened opened = openedWithRoom(connections, retry, given.random());
        faults.fillReserve();
        this.tag = opened.tag();
        this.writer =
                new Writer(
                        connections,
                        opened.session(),
                        retry,
                        new WriteTurns(
                                connections.file(),
                                config.lockDeadline(),
                                given.nanoTime(),
                                given.threads()),
                        counters,
                        faults,
                        given.metrics(),
                        config.lockDeadline(),
                        config.maxQueuedWrites(),
                        given.commit(),
                        given.nanoTime(),
                        given.threads());
        this.readers =
                new Readers(
                        connections,
                        retry,
                        faults,
                        config.lockDeadline(),
                        config.readers(),
                        given.nanoTime(),
                        given.threads());
        this.checkpointer =
                new Checkpointer(
                        connections, writer, given.metrics(), given.nanoTime(), given.threads());
        SqliteRiskControl risk = new SqliteRiskControl(writer, readers);
        this.riskControl = risk;
        this.tradingKeys = new SqliteTradingKeys(writer, readers);
        this.signIns = new SqliteSignIns(writer, readers);
        this.probe =
                new FaultProbe(
                        faults,
                        new WriteProbe(connections, writer, reserve),
                        risk::storePending,
                        given.trialPause(),
                        given.threads());
        this.repository = new SqliteOrderRepository(writer, readers, faults);
        this.feed = new SqliteOrderFeed(readers);
        this.recordFeed = new SqliteRecordFeed(readers);
        this.notificationOutbox = new SqliteNotificationOutbox(writer, readers, null);
        this.lease =
                new SqliteTradingLease(
                        writer,
                        readers,
                        given.clock(),
                        held -> new SqliteOrderRepository(writer, readers, faults, held));
        this.incidents = new SqliteIncidents(writer, readers, null);
        this.fills = new SqliteFills(writer, readers, null);
        this.loopReports = new SqliteLoopReports(writer, readers, null);
        this.inspection =
                new SqliteInspection(
                        new SqliteInspection.Subject(
                                connections,
                                readers,
                                counters,
                                faults,
                                new JournalGrowth(
                                        connections, checkpointer, readers, given.journalBound()),
                                tag,
                                config.lockDeadline()),
                        given.clock(),
                        given.nanoTime());
        this.backup = new SqliteBackup(connections);
        this.auditTrail = new SqliteAuditTrail(readers);
    }

    /**
     * Opens the database, creates it if absent, and migrates it to this release's schema.
     *
     * @throws RepositoryException if it cannot be used; the file is then unchanged
     */
    public static SqliteStore open(SqliteConfig config) {
        // jOOQ reads both once, before its first statement; a program that sets them is obeyed.
        QUIET.forEach(property -> {
            if (System.getProperty(property) == null) {
                System.setProperty(property, "true");
            }
        });
        return open(
                config,
                StoreSurroundings.here(
                        InstantSource.system(), new SecureRandom(), StoreMetrics.NONE));
    }

    static SqliteStore open(SqliteConfig config, StoreSurroundings given) {
        NativeLibrary.load(config.nativeFolders());
        Connections connections =
                new Connections(
                        config.file(),
                        config.synchronous().name(),
                        config.busyTimeout(),
                        given.fileSystems(),
                        Migrations::requireKnown,
                        Migrations::requireKnownHere);
        return new SqliteStore(config, given, connections);
    }

    @Override
    public void close() {
        probe.close();
        checkpointer.close();
        writer.close();
        readers.close();
    }

    /** Returns the tag that every id of an order made with this database carries. */
    public InstanceTag tag() {
        return tag;
    }

    /** Returns the orders. */
    public OrderRepository repository() {
        return repository;
    }

    /** Returns what becomes of the orders, whichever process did it. */
    public OrderFeed feed() {
        return feed;
    }

    /** Returns the changes of incidents and restrictions. */
    public RecordFeed recordFeed() {
        return recordFeed;
    }

    /** Returns the progress of notification channels. */
    public NotificationOutbox notificationOutbox() {
        return notificationOutbox;
    }

    /** Returns the lease that lets one process at a time run the trading loop. */
    public TradingLease lease() {
        return lease;
    }

    /** Returns what a person must know of. */
    public Incidents incidents() {
        return incidents;
    }

    /** Returns the executions. */
    public Fills fills() {
        return fills;
    }

    /** Returns what trading loops reported last. */
    public LoopReports loopReports() {
        return loopReports;
    }

    /** Returns the limits and the trading state. */
    public RiskControl riskControl() {
        return riskControl;
    }

    /** Returns the trading keys. */
    public TradingKeys tradingKeys() {
        return tradingKeys;
    }

    /** Returns the sign-ins to the screen. */
    public SignIns signIns() {
        return signIns;
    }

    /** Returns a look at the database itself. */
    public StoreInspection inspection() {
        return inspection;
    }

    /** Returns copies of the database. */
    public StoreBackup backup() {
        return backup;
    }

    /** Returns the proof that nothing was tampered with. */
    public AuditTrail auditTrail() {
        return auditTrail;
    }

    Checkpointer checkpointer() {
        return checkpointer;
    }

    StoreFaults faults() {
        return faults;
    }

    Readers readers() {
        return readers;
    }

    Writer writer() {
        return writer;
    }

    LockCounters lockCounters() {
        return counters;
    }

    /**
     * Opens the database; on a full disk, retries with the reserve released, because the journal
     * files need space.
     */
    private Opened openedWithRoom(
            Connections connections, LockRetry retry, RandomGenerator random) {
        try {
            return opened(connections, retry, random);
        } catch (RepositoryException failure) {
            if (failure.reason() == RepositoryException.Reason.DISK_FULL
                    && faults.makeRoom(failure)) {
                return opened(connections, retry, random);
            }
            throw failure;
        }
    }

    private static Opened opened(Connections connections, LockRetry retry, RandomGenerator random) {
        try {
            return retry.call(() -> openOnce(connections, random));
        } catch (SQLException failure) {
            throw ConnectionFailures.named("opening " + connections.file(), failure);
        }
    }

    private static Opened openOnce(Connections connections, RandomGenerator random)
            throws SQLException {
        Session session = connections.openWriter();
        try {
            Migrations.migrate(session, connections.file().toString());
            return new Opened(session, InstanceTags.of(session, random));
        } catch (SQLException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private record Opened(Session session, InstanceTag tag) {}
}
