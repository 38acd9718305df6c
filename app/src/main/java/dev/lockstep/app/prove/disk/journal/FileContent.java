package dev.lockstep.app.prove.disk.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The bytes of a file. Not thread-safe. */
final class FileContent {
    private static final int FIRST_BYTES = 64 << 10;

    private byte[] bytes;
    private int length;

    FileContent() {
        this(new byte[FIRST_BYTES], 0);
    }

    private FileContent(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    FileContent copy() {
        return new FileContent(Arrays.copyOf(bytes, bytes.length), length);
    }

    /** Writes the first bytes of what was written. */
    void write(DiskOp.Written op, int count) {
        int end = Math.toIntExact(op.offset() + count);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        op.bytes().get(0, bytes, Math.toIntExact(op.offset()), count);
        length = Math.max(length, end);
    }

    void truncate(long to) {
        int end = Math.toIntExact(to);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, end);
        }
        if (end < length) {
            Arrays.fill(bytes, end, length, (byte) 0);
        }
        length = end;
    }

    void store(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer all = ByteBuffer.wrap(bytes, 0, length);
            while (all.hasRemaining()) {
                channel.write(all);
            }
        }
    }
}
