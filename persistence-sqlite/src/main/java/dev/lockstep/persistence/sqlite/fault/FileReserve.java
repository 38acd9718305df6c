package dev.lockstep.persistence.sqlite.fault;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.fault.Reserve;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * File next to the database that reserves disk space. When the disk is full the space is released,
 * so that halts, cancel requests and broker answers can still be stored. New orders are accepted,
 * in every process, only while the reserve is complete.
 */
public final class FileReserve implements Reserve {
    private static final int BLOCK_BYTES = 64 << 10;

    private final Path file;
    private final long bytes;

    /**
     * Creates the reserve of a database.
     *
     * @param bytes the size of the reserve; zero disables it
     */
    public FileReserve(Path database, long bytes) {
        this.file = database.resolveSibling(database.getFileName() + "-reserve");
        this.bytes = bytes;
    }

    @Override
    public boolean whole() {
        return file.toFile().length() >= bytes;
    }

    @Override
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
                            + ": there is no space for the reserve of "
                            + (bytes >> 10)
                            + " KiB, which lets halts and cancels be stored when the disk is full:"
                            + " free some space on the disk ("
                            + full.getMessage()
                            + ")",
                    full);
        }
    }

    @Override
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
