package dev.lockstep.persistence.postgres;

import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.postgres.backup.PostgresBackup;
import dev.lockstep.persistence.postgres.connection.PostgresConnections;
import dev.lockstep.persistence.postgres.connection.PostgresFailures;
import dev.lockstep.persistence.postgres.connection.PostgresSession;
import dev.lockstep.persistence.postgres.connection.ServerClock;
import dev.lockstep.persistence.postgres.hint.PostgresCommitHints;
import dev.lockstep.persistence.postgres.inspection.PostgresInspection;
import dev.lockstep.persistence.postgres.migration.PostgresMigrations;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sql.SqlPorts;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.copy.BackupFormat;
import dev.lockstep.persistence.sql.fault.FaultProbe;
import dev.lockstep.persistence.sql.fault.Reserve;
import dev.lockstep.persistence.sql.fault.StoreFaults;
import dev.lockstep.persistence.sql.lock.LockCounters;
import dev.lockstep.persistence.sql.lock.LockRetry;
import dev.lockstep.persistence.sql.lock.Turns;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.rows.InstanceTags;
import dev.lockstep.persistence.sql.rows.MetaTable;
import dev.lockstep.persistence.sql.write.Writer;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The orders in a database of a PostgreSQL server, with this process's writer, readers and threads.
 * {@link #close} writes the queued units and stops the threads. Thread-safe.
 *
 * <p>Any number of processes on any number of machines may have it open: their transactions write
 * one after another, so a limit that all of them together would exceed is exceeded by none. While
 * the server is away, each call fails and new orders are refused; both end by themselves.
 */
public final class PostgresStore implements OrderStore {
    /** How the names of schemas begin that simulations use. */
    public static final String SIMULATED = "simulation_";

    private final PostgresConnections connections;
    private final InstanceTag tag;
    private final String unfinishedCopyOf;
    private final StoreFaults faults;
    private final Writer writer;
    private final Readers readers;
    private final FaultProbe probe;
    private final SqlPorts ports;
    private final PostgresCommitHints hints;
    private final StoreInspection inspection;
    private final StoreBackup backup;

    private PostgresStore(
            PostgresConfig config,
            PostgresDependencies given,
            PostgresConnections connections,
            ServerClock clock,
            Opened opened) {
        this.connections = connections;
        this.tag = opened.tag();
        this.unfinishedCopyOf = opened.unfinishedCopyOf();
        this.faults = new StoreFaults(given.clock(), Reserve.NONE);
        LockCounters counters = new LockCounters(given.metrics());
        LockRetry retry =
                new LockRetry(
                        config.lockDeadline(),
                        PostgresFailures.INSTANCE,
                        counters,
                        given.nanoTime());
        this.writer =
                new Writer(
                        connections,
                        opened.session(),
                        retry,
                        Turns.NONE,
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
                        false,
                        given.nanoTime(),
                        given.threads());
        this.ports = SqlPorts.of(writer, readers, faults, clock);
        this.hints = new PostgresCommitHints(connections::openHints, given.threads());
        this.probe =
                new FaultProbe(
                        faults,
                        _ -> tryWrite(),
                        ports.riskControl()::storePending,
                        given.trialPause(),
                        given.threads());
        this.inspection =
                new PostgresInspection(
                        new PostgresInspection.Subject(
                                config.address().toString(), readers, counters, faults, tag),
                        clock);
        this.backup = new PostgresBackup(connections, given.backups(), DumpEnvironment.of(config));
    }

    /**
     * Opens the database: creates the schema if absent and migrates it to this release's.
     *
     * @param backups creates the files that backups are written into
     * @throws RepositoryException if it cannot be reached or used
     */
    public static PostgresStore open(PostgresConfig config, BackupFormat backups) {
        return open(
                config,
                PostgresDependencies.here(
                        InstantSource.system(),
                        true,
                        new SecureRandom(),
                        StoreMetrics.NONE,
                        backups));
    }

    /**
     * Removes a schema that a simulation has used, with all that is in it.
     *
     * @throws InvalidValueException if its name does not begin with {@value #SIMULATED}
     */
    public static void removeSimulated(PostgresConfig config) {
        String schema = config.address().schema();
        if (!schema.startsWith(SIMULATED)) {
            throw new InvalidValueException("schema", schema, SIMULATED + "...");
        }
        ServerClock clock = new ServerClock(PlatformClock.of(InstantSource.system()), false);
        try (PostgresConnections connections =
                        new PostgresConnections(
                                DriverProperties.of(config),
                                clock,
                                PostgresDependencies.databaseThreads());
                PostgresSession session = connections.openWriter()) {
            session.removeSchema();
        } catch (SQLException failure) {
            throw PostgresFailures.INSTANCE.named("removing " + config.address(), failure);
        }
    }

    static PostgresStore open(PostgresConfig config, PostgresDependencies given) {
        return open(config, given, true);
    }

    /**
     * Opens the database.
     *
     * @param creates whether to create a schema that is absent
     * @throws RepositoryException with reason {@link RepositoryException.Reason#INCOMPATIBLE} if it
     *     is absent and must exist
     */
    static PostgresStore open(PostgresConfig config, PostgresDependencies given, boolean creates) {
        ServerClock clock = new ServerClock(PlatformClock.of(given.clock()), given.ofServer());
        PostgresConnections connections =
                new PostgresConnections(DriverProperties.of(config), clock, given.threads());
        boolean open = false;
        try {
            PostgresStore store =
                    new PostgresStore(
                            config,
                            given,
                            connections,
                            clock,
                            opened(config, connections, given.random(), creates));
            open = true;
            return store;
        } catch (SQLException failure) {
            throw PostgresFailures.INSTANCE.named("opening " + config.address(), failure);
        } finally {
            if (!open) {
                connections.close();
            }
        }
    }

    @Override
    public void close() {
        hints.close();
        probe.close();
        writer.close();
        readers.close();
        connections.close();
    }

    @Override
    public InstanceTag tag() {
        return tag;
    }

    @Override
    public Optional<String> owner() {
        return readers.read(session -> new MetaTable(session).boundTo());
    }

    @Override
    public String boundTo(String owner) {
        Optional<String> known = owner();
        return known.isPresent()
                ? known.get()
                : writer.write(session -> firstOwner(session, owner));
    }

    @Override
    public PostgresConnections connections() {
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
    public CommitHints hints() {
        return hints;
    }

    @Override
    public StoreInspection inspection() {
        return inspection;
    }

    @Override
    public StoreBackup backup() {
        return backup;
    }

    StoreFaults faults() {
        return faults;
    }

    Writer writer() {
        return writer;
    }

    Readers readers() {
        return readers;
    }

    private static String firstOwner(Session session, String owner) throws SQLException {
        MetaTable meta = new MetaTable(session);
        Optional<String> first = meta.boundTo();
        if (first.isPresent()) {
            return first.get();
        }
        meta.boundTo(owner);
        return owner;
    }

    /** Writes on a new connection, which shows that a fault is over. */
    private void tryWrite() {
        writer.reopenSoon();
        writer.write(session -> {
            new MetaTable(session).countTrialWrite();
            return true;
        });
    }

    private static Opened opened(
            PostgresConfig config,
            PostgresConnections connections,
            RandomGenerator random,
            boolean creates)
            throws SQLException {
        PostgresSession session = connections.openWriter();
        try {
            if (!creates && session.schemaVersion().isEmpty()) {
                throw new RepositoryException(
                        RepositoryException.Reason.INCOMPATIBLE,
                        "no orders in "
                                + config.address()
                                + ": there is no schema "
                                + config.address().schema()
                                + " with orders; name another one (?schema=NAME); 'run' and"
                                + " 'order submit' create it");
            }
            PostgresMigrations.migrate(
                    session, connections.forMigrations(), config.address().schema());
            return new Opened(
                    session,
                    InstanceTags.of(session, random),
                    new MetaTable(session).unfinishedCopyOf().orElse(""));
        } catch (SQLException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private record Opened(PostgresSession session, InstanceTag tag, String unfinishedCopyOf) {}
}
