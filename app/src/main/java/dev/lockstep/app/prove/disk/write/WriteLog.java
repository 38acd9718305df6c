package dev.lockstep.app.prove.disk.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The log of a writing process. It lies in the folder of the database, so the order of its lines
 * and of what the database does to its files is recorded. Thread-safe.
 */
public final class WriteLog implements AutoCloseable {
    /** The name of the file. */
    public static final String NAME = "writes.log";

    private final FileChannel channel;
    private final AtomicLong numbers = new AtomicLong();

    /** Makes the file in a folder. */
    WriteLog(Path folder) throws IOException {
        this.channel =
                FileChannel.open(
                        folder.resolve(NAME),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.APPEND);
    }

    /** Returns the number of the next write. */
    long next() {
        return numbers.incrementAndGet();
    }

    void add(LoggedWrite write) {
        ByteBuffer line = ByteBuffer.wrap((write.line() + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            channel.write(line);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
