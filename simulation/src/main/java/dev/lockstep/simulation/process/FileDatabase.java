package dev.lockstep.simulation.process;

import com.google.inject.Module;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A SQLite file in a folder of its own. */
public final class FileDatabase implements ScenarioDatabase {
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path folder;

    private FileDatabase(Path folder) {
        this.folder = folder;
    }

    /** Returns a new one, in memory where there is such a file system: nothing tests the disk. */
    public static FileDatabase created() {
        try {
            return new FileDatabase(
                    Files.isWritable(MEMORY)
                            ? Files.createTempDirectory(MEMORY, "lockstep-simulation-")
                            : Files.createTempDirectory("lockstep-simulation-"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Module module(RandomGenerator random) {
        return new SqliteModule(SqliteConfig.at(folder.resolve("orders.db")), random);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
