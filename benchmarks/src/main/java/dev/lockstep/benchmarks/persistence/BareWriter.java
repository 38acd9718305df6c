package dev.lockstep.benchmarks.persistence;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.fault.Reserve;
import dev.lockstep.persistence.sql.fault.StoreFaults;
import dev.lockstep.persistence.sql.lock.LockCounters;
import dev.lockstep.persistence.sql.lock.LockRetry;
import dev.lockstep.persistence.sql.write.UpdateOrders;
import dev.lockstep.persistence.sql.write.Writer;
import dev.lockstep.persistence.sqlite.checkpoint.Checkpointer;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import dev.lockstep.persistence.sqlite.connection.SqliteFailures;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import dev.lockstep.persistence.sqlite.lock.WriteTurns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * The store's writer alone with 64 callers, assembled here so that its checkpoints can be
 * configured.
 *
 * @param autoCheckpointPages pages after which SQLite checkpoints on the writer, 0 for never
 * @param ownThread whether the store's checkpoint thread runs
 */
record BareWriter(String name, SqliteLedger ledger, int autoCheckpointPages, boolean ownThread)
        implements Contestant {
    private static final int CALLERS = 64;
    private static final Duration LOCK_DEADLINE = Duration.ofSeconds(30);
    private static final Duration BUSY_TIMEOUT = Duration.ofMillis(100);
    private static final int MAX_QUEUED_WRITES = 4_096;

    @Override
    public Score run() throws Exception {
        Path file = ledger.copy();
        Score score;
        ThreadFactory threads = Thread.ofPlatform().daemon().factory();
        SqliteConnections connections =
                new SqliteConnections(
                        file,
                        "FULL",
                        BUSY_TIMEOUT,
                        folder -> Files.getFileStore(folder).type(),
                        (session, location) -> {},
                        (session, location) -> {});
        try (Writer writer = writer(connections, threads)) {
            score = ownThread ? withCheckpointer(connections, writer, threads) : written(writer);
        }
        ledger.checkCopy();
        return score;
    }

    private Score withCheckpointer(
            SqliteConnections connections, Writer writer, ThreadFactory threads) throws Exception {
        try (Checkpointer _ =
                new Checkpointer(
                        connections, writer, StoreMetrics.NONE, System::nanoTime, threads)) {
            return written(writer);
        }
    }

    private Score written(Writer writer) throws Exception {
        return Callers.run(
                ledger.load(),
                CALLERS,
                Thread.ofPlatform().factory(),
                fill -> {
                    OrderId id = ledger.id(fill.order());
                    writer.write(
                                    new UpdateOrders(
                                            List.of(Load.update(id, fill)),
                                            BatchMode.EACH_FOR_ITSELF))
                            .forEach(Load::requireMade);
                });
    }

    private Writer writer(SqliteConnections connections, ThreadFactory threads) throws Exception {
        SqliteSession session = connections.openWriter();
        session.script("PRAGMA wal_autocheckpoint=" + autoCheckpointPages);
        LockCounters counters = new LockCounters(StoreMetrics.NONE);
        return new Writer(
                connections,
                session,
                new LockRetry(LOCK_DEADLINE, SqliteFailures.INSTANCE, counters, System::nanoTime),
                new WriteTurns(connections.file(), LOCK_DEADLINE, System::nanoTime, threads),
                counters,
                new StoreFaults(InstantSource.system(), Reserve.NONE),
                StoreMetrics.NONE,
                LOCK_DEADLINE,
                MAX_QUEUED_WRITES,
                Session::commit,
                System::nanoTime,
                threads);
    }
}
