package dev.lockstep.persistence.sqlite.fault;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file next to the database that keeps room on the disk. When the disk is full the room is given
 * up, so that halts, cancel requests and the broker's answers can still be stored; new orders are
 * accepted only while the reserve is whole, in every process.
 */
public final class Reserve {
    private static final int BLOCK_BYTES = 64 << 10;

    private final Path file;
    private final long bytes;

    /**
     * The reserve of a database.
     *
     * @param bytes how much room it keeps; none is kept where this is zero
     */
    public Reserve(Path database, long bytes) {
        this.file = database.resolveSibling(database.getFileName() + "-reserve");
        this.bytes = bytes;
    }

    /** Whether all of the room is kept. */
    public boolean whole() {
        return file.toFile().length() >= bytes;
    }

    /**
     * Keeps all of the room, or gives it up again where there is not so much.
     *
     * @throws RepositoryException with reason {@link Reason#DISK_FULL}
     */
    public void fill() {
        if (whole()) {
            return;
        }
        try {
            write();
        } catch (IOException full) {
            release();
            throw new RepositoryException(
                    Reason.DISK_FULL,
                    file
                            + ": there is no room for the reserve of "
                            + (bytes >> 10)
                            + " KiB, by which halts and cancels can be stored when the disk is full:"
                            + " free some space on the disk ("
                            + full.getMessage()
                            + ")",
                    full);
        }
    }

    /** Gives the room up; whether there was any. */
    public boolean release() {
        if (file.toFile().length() == 0) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void write() throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long at = 0; at < bytes; at += block.limit()) {
                block.clear().limit(Math.toIntExact(Math.min(BLOCK_BYTES, bytes - at)));
                while (block.hasRemaining()) {
                    channel.write(block, at + block.position());
                }
            }
        }
    }
}
