package dev.lockstep.persistence.sqlite.lock;

import dev.lockstep.persistence.sql.lock.Turns;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the processes that write to one database their turns, so that a waiting one is woken at
 * once and none waits for long: SQLite's own write lock has no queue, so that the process which has
 * just released it mostly gets it again.
 *
 * <p>A turn is only an order. What excludes other writers is SQLite's lock, so nothing is at risk
 * if there is no turn: where the file cannot be locked, or a stopped process keeps its turn for
 * more than two seconds, writers poll SQLite's lock for a while, as they do without this class.
 *
 * <p>For one thread, the writer's.
 */
public final class WriteTurns implements Turns {
    private static final Logger LOG = LoggerFactory.getLogger(WriteTurns.class);
    private static final String SUFFIX = "-turns";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int DEADLINE_DIVISOR = 8;
    private static final long FIRST_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(30).toNanos();

    private final TurnFile file;
    private final long longestWaitNanos;
    private final LongSupplier nanoTime;
    private final WaitLimit limit;
    private long pauseNanos;
    private long pausedAt;

    /**
     * Creates the turns of a database.
     *
     * @param database the database's file; the file of the turns lies next to it
     * @param lockDeadline the total wait of a caller; a turn is waited for at most an eighth of it
     */
    public WriteTurns(
            Path database, Duration lockDeadline, LongSupplier nanoTime, ThreadFactory threads) {
        this.file = TurnFile.of(beside(database));
        this.longestWaitNanos =
                Math.min(LONGEST_WAIT.toNanos(), lockDeadline.toNanos() / DEADLINE_DIVISOR);
        this.nanoTime = nanoTime;
        this.limit = new WaitLimit(longestWaitNanos, nanoTime, file::interruptWait, threads);
    }

    @Override
    public void during(Runnable work) {
        if (paused() || !entered()) {
            work.run();
            return;
        }
        try {
            duringTurn(work);
        } finally {
            file.leave();
        }
    }

    @Override
    public void close() {
        limit.close();
        file.release();
    }

    private void duringTurn(Runnable work) {
        FileLock turn = turn();
        try {
            work.run();
        } finally {
            end(turn);
        }
    }

    private static Path beside(Path database) {
        Path real;
        try {
            real = database.toRealPath();
        } catch (IOException _) {
            real = database.toAbsolutePath().normalize();
        }
        return real.resolveSibling(real.getFileName() + SUFFIX);
    }

    private boolean paused() {
        return pauseNanos > 0 && nanoTime.getAsLong() - pausedAt < pauseNanos;
    }

    private boolean entered() {
        try {
            return file.enter(longestWaitNanos);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable FileLock turn() {
        try {
            FileLock turn = file.lock(limit::begin);
            pauseNanos = 0;
            return turn;
        } catch (IOException | OverlappingFileLockException failure) {
            pause(failure);
            return null;
        } finally {
            limit.end();
        }
    }

    private void end(@Nullable FileLock turn) {
        try {
            if (turn != null) {
                turn.release();
            }
        } catch (IOException failure) {
            pause(failure);
        }
    }

    private void pause(Exception failure) {
        file.interruptWait();
        pausedAt = nanoTime.getAsLong();
        pauseNanos = Math.clamp(pauseNanos * 2, FIRST_PAUSE_NANOS, LONGEST_PAUSE_NANOS);
        LOG.debug(
                "writing without turns for {} ms: {}", pauseNanos / 1_000_000, failure.toString());
    }
}
