package dev.lockstep.simulator.ledger;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a state directory and its only writer. A written line survives the end of the
 * process but not a power failure, since it is not forced to disk.
 */
public final class LedgerFile implements AutoCloseable {
    /** Name of the ledger file in its state directory. */
    public static final String FILE_NAME = "ledger.jsonl";

    private static final String LOCK_NAME = "ledger.lock";

    private final LedgerJson json = new LedgerJson();
    private final Path file;
    private final FileChannel lockChannel;
    private final FileChannel channel;

    private LedgerFile(Path file, FileChannel lockChannel) throws IOException {
        this.file = file;
        this.lockChannel = lockChannel;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Opens the ledger of a directory, creating the directory if it is absent. */
    public static LedgerFile open(Path stateDir) throws IOException {
        Files.createDirectories(stateDir);
        FileChannel lockChannel =
                FileChannel.open(
                        stateDir.resolve(LOCK_NAME),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (lock(lockChannel) == null) {
            lockChannel.close();
            throw new LedgerLockedException(stateDir);
        }
        return new LedgerFile(stateDir.resolve(FILE_NAME), lockChannel);
    }

    /**
     * Passes on all entries of the file, truncates an incomplete last line and prepares for
     * appending.
     *
     * @return the number of bytes removed
     */
    public long replay(Consumer<LedgerEntry> entries) throws IOException {
        long sound = new LedgerLines(file, json).read(entries);
        long torn = channel.size() - sound;
        channel.truncate(sound);
        channel.position(sound);
        return torn;
    }

    /**
     * Appends the entries of one request as one line. The line is in the file when this method
     * returns.
     */
    public void append(List<LedgerEntry> entries) throws IOException {
        byte[] line = json.write(entries);
        ByteBuffer bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads a ledger that another process may be writing. */
    public static void read(Path stateDir, Consumer<LedgerEntry> entries) throws IOException {
        new LedgerLines(stateDir.resolve(FILE_NAME), new LedgerJson()).read(entries);
    }

    @Override
    public void close() throws IOException {
        try (lockChannel) {
            channel.close();
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
