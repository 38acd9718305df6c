package dev.lockstep.app.prove.fuzz.parser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder for the files that a target writes; it is deleted when closed. */
final class FuzzFolder implements AutoCloseable {
    private final Path path;

    FuzzFolder() {
        try {
            path = Files.createTempDirectory("lockstep-fuzz-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path path() {
        return path;
    }

    /** Returns the path of a file in the folder. */
    Path file(String name) {
        return path.resolve(name);
    }

    /** Writes a file that only its owner may read, since files with secrets are else refused. */
    void write(String name, byte[] bytes) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            Files.createFile(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        Files.write(file, bytes);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
