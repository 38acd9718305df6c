package dev.lockstep.persistence.sqlite.lock;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The file whose locks give writers their turns, one object per file in this JVM: POSIX releases a
 * process's locks when it closes any descriptor of the file, and Java refuses a second lock of the
 * same region in one JVM.
 *
 * <p>Its first byte is locked by the process that is next, its second by the one that writes. A
 * process that has written is thus followed by one that already waits, and never by itself. The
 * operating system wakes a waiting process at once and releases the locks of a killed one.
 *
 * <p>Thread-safe.
 */
final class TurnFile {
    private static final Map<Path, TurnFile> OPEN = new HashMap<>();
    private static final long NEXT = 0;
    private static final long WRITING = 1;

    private final Path path;
    private final ReentrantLock here = new ReentrantLock(true);
    private int users;
    private volatile @Nullable FileChannel channel;

    private TurnFile(Path path) {
        this.path = path;
    }

    /** Returns this JVM's object of the file; each call needs a {@link #release}. */
    static TurnFile of(Path path) {
        synchronized (OPEN) {
            TurnFile file = OPEN.computeIfAbsent(path, TurnFile::new);
            file.users++;
            return file;
        }
    }

    /** Ends a use; the last one closes the file. */
    void release() {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(path);
                interruptWait();
            }
        }
    }

    /**
     * Waits for the turn among this JVM's writers.
     *
     * @return false if it did not come in time
     */
    boolean enter(long waitNanos) throws InterruptedException {
        return here.tryLock(waitNanos, TimeUnit.NANOSECONDS);
    }

    /** Lets this JVM's next writer enter. */
    void leave() {
        here.unlock();
    }

    /**
     * Waits for the turn among the processes; call it between {@link #enter} and {@link #leave}.
     *
     * @param waiting runs before the first wait for another process
     * @return the lock to release after the write
     * @throws IOException if the file cannot be locked, or {@link #interruptWait} ended the wait
     */
    FileLock lock(Runnable waiting) throws IOException {
        FileChannel open = open();
        FileLock next = lock(open, NEXT, waiting);
        try {
            return lock(open, WRITING, waiting);
        } finally {
            next.release();
        }
    }

    /** Ends a wait in {@link #lock}; the file is opened again for the next one. */
    void interruptWait() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // Nothing was written to it: only its locks matter, and they end with it.
            }
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    private static FileLock lock(FileChannel open, long position, Runnable waiting)
            throws IOException {
        FileLock free = open.tryLock(position, 1, false);
        if (free != null) {
            return free;
        }
        waiting.run();
        return open.lock(position, 1, false);
    }
}
