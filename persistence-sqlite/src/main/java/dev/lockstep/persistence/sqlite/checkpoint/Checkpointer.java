package dev.lockstep.persistence.sqlite.checkpoint;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.StoreMetrics;
import dev.lockstep.persistence.sqlite.connection.Connections;
import dev.lockstep.persistence.sqlite.connection.JournalState;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.write.Writer;
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
 * Carries the write-ahead log over into the database file on a thread and a connection of its own,
 * so that no caller's commit waits for it.
 *
 * <p>Beside a busy writer this never catches up, and the log begins anew only at a moment when all
 * of it is carried over. So once the log is long the writer is asked to finish, which is little
 * work by then.
 */
public final class Checkpointer implements AutoCloseable {
    /** A log of this length is carried over, about 4 MB. */
    static final long CARRY_OVER_PAGES = 1_000;

    /** A log of this length is to begin anew, about 16 MB. */
    static final long MAX_LOG_PAGES = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
    private static final long PAUSE_MILLIS = 50;

    private final Connections connections;
    private final Writer writer;
    private final StoreMetrics metrics;
    private final LongSupplier nanoTime;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile JournalState last = new JournalState(0, 0);
    private @Nullable Session session;
    private long commitsSeen = -1;
    private boolean failing;
    private boolean tooLong;

    /** Starts it. */
    public Checkpointer(
            Connections connections,
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

    /** How long the log was when it was last looked at. */
    public JournalState journal() {
        return last;
    }

    /**
     * Whether somebody who reads an old state keeps the log from beginning anew.
     *
     * @param seen the log just after it was carried over as far as it goes
     */
    public static boolean heldUp(JournalState seen) {
        return seen.pending() >= CARRY_OVER_PAGES || seen.pages() > 2 * MAX_LOG_PAGES;
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
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            closeSession();
        }
    }

    /** A quiet database is carried over in full, a busy one by and by. */
    private void look() {
        long commits = writer.commits();
        boolean quiet = commits == commitsSeen;
        if (quiet && last.pending() == 0) {
            return;
        }
        commitsSeen = commits;
        try {
            JournalState now = open().journalState();
            last = now.pending() >= (quiet ? 1 : CARRY_OVER_PAGES) ? carriedOver() : now;
            if (last.pages() >= MAX_LOG_PAGES) {
                writer.checkpointSoon();
            }
            failing = false;
            tellWhenTooLong();
        } catch (SQLException | RepositoryException failure) {
            tellOnce(failure);
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

    /** It is tried again at once and may fail for hours: one line is enough. */
    private void tellOnce(Exception failure) {
        if (!failing) {
            LOG.warn("the journal cannot be carried over: {}", failure.getMessage());
        }
        failing = true;
    }

    private void tellWhenTooLong() {
        boolean now = last.pages() > 2 * MAX_LOG_PAGES;
        if (now && !tooLong) {
            LOG.warn(
                    "the journal has {} pages and cannot shrink: somebody reads an old state",
                    last.pages());
        }
        tooLong = now;
    }

    private JournalState carriedOver() throws SQLException {
        long began = nanoTime.getAsLong();
        JournalState state = open().checkpoint();
        metrics.checkpointed(
                connections.journalBytes(), Duration.ofNanos(nanoTime.getAsLong() - began));
        return state;
    }

    private Session open() throws SQLException {
        Session open = session;
        if (open == null) {
            open = connections.openWriter();
            session = open;
        }
        return open;
    }

    private void closeSession() {
        Session open = session;
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
