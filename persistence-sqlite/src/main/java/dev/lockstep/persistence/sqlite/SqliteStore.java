package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.order.InstanceTag;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.StoreInspection;
import dev.lockstep.persistence.sqlite.connection.Connections;
import dev.lockstep.persistence.sqlite.connection.Failures;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.inspection.SqliteInspection;
import dev.lockstep.persistence.sqlite.lock.LockCounters;
import dev.lockstep.persistence.sqlite.lock.LockRetry;
import dev.lockstep.persistence.sqlite.migration.InstanceTags;
import dev.lockstep.persistence.sqlite.migration.Migrations;
import dev.lockstep.persistence.sqlite.read.Readers;
import dev.lockstep.persistence.sqlite.write.Writer;
import java.sql.SQLException;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * An open database: its writer, its readers and their threads. Closing it writes what waits and
 * ends them; safe for use by several threads.
 */
public final class SqliteStore implements AutoCloseable {
    private final InstanceTag tag;
    private final Writer writer;
    private final Readers readers;
    private final OrderRepository repository;
    private final StoreInspection inspection;

    private final LockCounters counters;

    private SqliteStore(
            InstanceTag tag,
            Writer writer,
            Readers readers,
            StoreInspection inspection,
            LockCounters counters) {
        this.tag = tag;
        this.writer = writer;
        this.readers = readers;
        this.repository = new SqliteOrderRepository(writer, readers);
        this.inspection = inspection;
        this.counters = counters;
    }

    /**
     * Opens the database, makes it if there is none, and brings it to this release's schema.
     *
     * @throws RepositoryException if it cannot be used; it is left as it is
     */
    static SqliteStore open(
            SqliteConfig config,
            RandomGenerator random,
            LongSupplier nanoTime,
            ThreadFactory threads) {
        Connections connections =
                new Connections(config.file(), config.synchronous().name(), config.busyTimeout());
        LockCounters counters = new LockCounters();
        LockRetry retry = new LockRetry(config.lockDeadline(), counters, nanoTime);
        Opened opened = opened(connections, retry, random);
        Writer writer =
                new Writer(
                        connections,
                        opened.session(),
                        retry,
                        counters,
                        config.lockDeadline(),
                        config.maxQueuedWrites(),
                        nanoTime,
                        threads);
        Readers readers =
                new Readers(connections, retry, config.lockDeadline(), config.readers(), threads);
        StoreInspection inspection =
                new SqliteInspection(connections.file(), readers, counters, opened.tag());
        return new SqliteStore(opened.tag(), writer, readers, inspection, counters);
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }

    InstanceTag tag() {
        return tag;
    }

    OrderRepository repository() {
        return repository;
    }

    StoreInspection inspection() {
        return inspection;
    }

    LockCounters lockCounters() {
        return counters;
    }

    private static Opened opened(Connections connections, LockRetry retry, RandomGenerator random) {
        try {
            return retry.call(() -> openOnce(connections, random));
        } catch (SQLException failure) {
            throw Failures.named("opening " + connections.file(), failure);
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
