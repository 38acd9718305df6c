package dev.lockstep.benchmarks;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A new folder for the databases of one part; {@link #close} deletes it with its content.
 *
 * @param path the folder
 */
record ScratchFolder(Path path) implements AutoCloseable {
    private static final String PREFIX = "lockstep-benchmarks";

    /**
     * Creates a folder.
     *
     * @param parent the folder to create it in, null for the system's folder for temporary files
     */
    static ScratchFolder in(@Nullable Path parent) throws IOException {
        return new ScratchFolder(
                parent == null
                        ? Files.createTempDirectory(PREFIX)
                        : Files.createTempDirectory(parent, PREFIX));
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
