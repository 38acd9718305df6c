package dev.lockstep.persistence.sqlite.inspection;

import dev.lockstep.persistence.sql.inspection.InspectionReport;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** Check of the database's file system and of its sync latency. */
final class DiskCheck {
    static final long SLOW_SYNC_MICROS = 50_000;

    private static final int SYNCS = 7;
    private static final int BYTES_PER_SYNC = 4_096;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

    private final SqliteConnections connections;
    private final LongSupplier nanoTime;

    DiskCheck(SqliteConnections connections, LongSupplier nanoTime) {
        this.connections = connections;
        this.nanoTime = nanoTime;
    }

    void into(InspectionReport report) {
        String type = connections.fileSystem();
        report.put("file_system", type);
        if (IN_MEMORY.contains(type.toLowerCase(Locale.ROOT))) {
            report.warning(
                    "the file system ("
                            + type
                            + ") is in memory: a restart of the machine loses"
                            + " every order",
                    "put the database on a disk");
        } else {
            report.fine("the file system (" + type + ") is not a known shared file system");
        }
        try {
            syncs(report);
        } catch (IOException failure) {
            report.problem(
                    "no file can be written next to the database: " + failure,
                    "free some space and check the folder's permissions");
        }
    }

    private void syncs(InspectionReport report) throws IOException {
        long micros = medianMicros();
        report.put("fsync_median_micros", micros);
        String text = "a disk sync takes " + micros + " us (median of " + SYNCS + ")";
        if (micros > SLOW_SYNC_MICROS) {
            report.warning(text, "use a faster disk: every commit waits for it");
        } else {
            report.fine(text);
        }
    }

    private long medianMicros() throws IOException {
        Path folder = connections.file().resolveSibling("");
        Path trial = Files.createTempFile(folder, "lockstep-fsync-", ".tmp");
        try (FileChannel channel = FileChannel.open(trial, StandardOpenOption.WRITE)) {
            long[] nanos = LongStream.generate(() -> 0).limit(SYNCS).toArray();
            for (int i = 0; i < SYNCS; i++) {
                nanos[i] = sync(channel);
            }
            return LongStream.of(nanos).sorted().skip(SYNCS / 2).findFirst().orElse(0)
                    / NANOS_PER_MICRO;
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    private long sync(FileChannel channel) throws IOException {
        long began = nanoTime.getAsLong();
        channel.write(ByteBuffer.allocate(BYTES_PER_SYNC));
        channel.force(false);
        return nanoTime.getAsLong() - began;
    }
}
