package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sql.SqlPorts;
import dev.lockstep.persistence.sql.fault.FaultProbe;
import dev.lockstep.persistence.sql.fault.StoreFaults;
import dev.lockstep.persistence.sql.lock.LockCounters;
import dev.lockstep.persistence.sql.lock.LockRetry;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.InstanceTags;
import dev.lockstep.persistence.sql.rows.MetaTable;
import dev.lockstep.persistence.sql.write.Writer;
import dev.lockstep.persistence.sqlite.backup.SqliteBackup;
import dev.lockstep.persistence.sqlite.checkpoint.Checkpointer;
import dev.lockstep.persistence.sqlite.connection.NativeLibrary;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import dev.lockstep.persistence.sqlite.connection.SqliteFailures;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import dev.lockstep.persistence.sqlite.fault.FileReserve;
import dev.lockstep.persistence.sqlite.inspection.JournalGrowth;
import dev.lockstep.persistence.sqlite.inspection.SqliteInspection;
import dev.lockstep.persistence.sqlite.lock.WriteTurns;
import dev.lockstep.persistence.sqlite.migration.Migrations;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An open database with its writer, readers and threads. {@link #close} writes the queued units and
 * stops the threads. Thread-safe.
 */
public final class SqliteStore implements OrderStore {
    private static final List<String> QUIET = List.of("org.jooq.no-logo", "org.jooq.no-tips");

    private final SqliteConnections connections;
    private final InstanceTag tag;
    private final String unfinishedCopyOf;
    private final LockCounters counters;
    private final StoreFaults faults;
    private final Writer writer;
    private final Readers readers;
    private final Checkpointer checkpointer;
    private final FaultProbe probe;
    private final SqlPorts ports;
    private final StoreInspection inspection;
    private final StoreBackup backup;

    private SqliteStore(
            SqliteConfig config, SqliteDependencies given, SqliteConnections connections) {
        this.connections = connections;
        this.counters = new LockCounters(given.metrics());
        FileReserve reserve = new FileReserve(connections.file(), given.reserveBytes());
        this.faults = new StoreFaults(given.clock(), reserve);
        LockRetry retry =
                new LockRetry(
                        config.lockDeadline(), SqliteFailures.INSTANCE, counters, given.nanoTime());
        Opened opened = openedWithRoom(connections, retry, given.random());
        faults.fillReserve();
        this.tag = opened.tag();
        this.unfinishedCopyOf = opened.unfinishedCopyOf();
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
                        true,
                        given.nanoTime(),
                        given.threads());
        this.checkpointer =
                new Checkpointer(
                        connections, writer, given.metrics(), given.nanoTime(), given.threads());
        this.ports = SqlPorts.of(writer, readers, faults, given.clock());
        this.probe =
                new FaultProbe(
                        faults,
                        new WriteProbe(connections, writer, reserve),
                        ports.riskControl()::storePending,
                        given.trialPause(),
                        given.threads());
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
                SqliteDependencies.here(
                        InstantSource.system(), new SecureRandom(), StoreMetrics.NONE));
    }

    static SqliteStore open(SqliteConfig config, SqliteDependencies given) {
        NativeLibrary.load(config.nativeFolders());
        SqliteConnections connections =
                new SqliteConnections(
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
        // The last connection that is closed copies the WAL back and removes it, which readers
        // cannot.
        readers.close();
        writer.close();
    }

    @Override
    public InstanceTag tag() {
        return tag;
    }

    @Override
    public SqliteConnections connections() {
        return connections;
    }

    @Override
    public Optional<String> unfinishedCopyOf() {
        return Optional.of(unfinishedCopyOf).filter(source -> !source.isEmpty());
    }

    @Override
    public SqlPorts ports() {
        return ports;
    }

    @Override
    public StoreInspection inspection() {
        return inspection;
    }

    @Override
    public StoreBackup backup() {
        return backup;
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
            SqliteConnections connections, LockRetry retry, RandomGenerator random) {
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

    private static Opened opened(
            SqliteConnections connections, LockRetry retry, RandomGenerator random) {
        try {
            return retry.call(() -> openOnce(connections, random));
        } catch (SQLException failure) {
            throw SqliteFailures.INSTANCE.named("opening " + connections.file(), failure);
        }
    }

    private static Opened openOnce(SqliteConnections connections, RandomGenerator random)
            throws SQLException {
        SqliteSession session = connections.openWriter();
        try {
            Migrations.migrate(session, connections.file().toString());
            return new Opened(
                    session,
                    InstanceTags.of(session, random),
                    new MetaTable(session).unfinishedCopyOf().orElse(""));
        } catch (SQLException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private record Opened(SqliteSession session, InstanceTag tag, String unfinishedCopyOf) {}
}
