package dev.lockstep.persistence.sqlite.checkpoint;

import dev.lockstep.domain.port.maintenance.StoreMetrics;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.sql.write.Writer;
import dev.lockstep.persistence.sqlite.connection.JournalState;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background checkpoints of the write-ahead log (WAL), on a separate thread and connection so that
 * no commit waits for them.
 *
 * <p>While the writer is busy, a background checkpoint never catches up, and the WAL restarts only
 * when all of its pages are checkpointed while no write runs. So when the WAL is long, the writer
 * is asked to finish the checkpoint, which by then is little work.
 */
public final class Checkpointer implements AutoCloseable {
    /** WAL size that triggers a checkpoint, about 4 MB. */
    static final long CHECKPOINT_PAGES = 1_000;

    /** WAL size at which the writer is asked to checkpoint, about 16 MB. */
    static final long MAX_LOG_PAGES = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
    private static final long PAUSE_MILLIS = 50;

    private final SqliteConnections connections;
    private final Writer writer;
    private final StoreMetrics metrics;
    private final LongSupplier nanoTime;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile JournalState last = new JournalState(0, 0);
    private @Nullable SqliteSession session;
    private long commitsSeen = -1;
    private boolean failing;
    private boolean tooLong;

    /** Starts the checkpointer. */
    public Checkpointer(
            SqliteConnections connections,
            Writer writer,
            StoreMetrics metrics,
            LongSupplier nanoTime,
            ThreadFactory threads) {
        this.connections = connections;
        this.writer = writer;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        this.thread = threads.newThread(this::runUntilClosed);
        thread.start();
    }

    /** Returns the WAL size at the last check. */
    public JournalState journal() {
        return last;
    }

    /**
     * Returns whether a reader of an old snapshot prevents the WAL from restarting.
     *
     * @param seen the state immediately after a checkpoint
     */
    public static boolean blocked(JournalState seen) {
        return seen.pending() >= CHECKPOINT_PAGES || seen.pages() > 2 * MAX_LOG_PAGES;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilClosed() {
        try {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                checkpointIfNeeded();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            closeSession();
        }
    }

    /** Checkpoints the whole WAL if no commits arrive, otherwise only a long WAL. */
    private void checkpointIfNeeded() {
        long commits = writer.commits();
        boolean quiet = commits == commitsSeen;
        if (quiet && last.pending() == 0) {
            return;
        }
        commitsSeen = commits;
        try {
            JournalState now = open().journalState();
            last = now.pending() >= (quiet ? 1 : CHECKPOINT_PAGES) ? checkpointed() : now;
            if (last.pages() >= MAX_LOG_PAGES) {
                writer.runSoon(session -> SqliteSession.of(session).checkpoint());
            }
            failing = false;
            warnIfTooLong();
        } catch (SQLException | RepositoryException failure) {
            warnOnce(failure);
            forgetStatements();
        }
    }

    private void forgetStatements() {
        try {
            if (session != null) {
                session.forgetStatements();
            }
        } catch (SQLException failure) {
            LOG.debug("after a failed checkpoint: {}", failure.getMessage());
            closeSession();
        }
    }

    /** Logs a checkpoint failure once, because it is retried immediately and may last for hours. */
    private void warnOnce(Exception failure) {
        if (!failing) {
            LOG.warn("the journal cannot be checkpointed: {}", failure.getMessage());
        }
        failing = true;
    }

    private void warnIfTooLong() {
        boolean now = last.pages() > 2 * MAX_LOG_PAGES;
        if (now && !tooLong) {
            LOG.warn(
                    "the journal has {} pages and cannot shrink: a read holds an old snapshot",
                    last.pages());
        }
        tooLong = now;
    }

    private JournalState checkpointed() throws SQLException {
        long began = nanoTime.getAsLong();
        JournalState state = open().checkpoint();
        metrics.checkpointed(
                connections.journalBytes(), Duration.ofNanos(nanoTime.getAsLong() - began));
        return state;
    }

    private SqliteSession open() throws SQLException {
        SqliteSession open = session;
        if (open == null) {
            open = connections.openWriter();
            session = open;
        }
        return open;
    }

    private void closeSession() {
        SqliteSession open = session;
        session = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException failure) {
            LOG.warn("closing the checkpoint's connection: {}", failure.getMessage());
        }
    }
}
