package dev.lockstep.imports.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks of another program's database file from outside, with messages that explain why it cannot
 * be read. Never opens the file: closing it would release SQLite's POSIX locks of this process.
 */
final class SourceFile {
    private final Path file;

    SourceFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    Path path() {
        return file;
    }

    /**
     * Checks that the file can be read.
     *
     * @throws RepositoryException if it cannot be read
     */
    void requireReadable() {
        if (!Files.exists(file)) {
            throw refusal(Reason.INCOMPATIBLE, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw refusal(Reason.INCOMPATIBLE, "is a folder: name a file inside it");
        }
        if (!Files.isReadable(file)) {
            throw refusal(Reason.IO_ERROR, "is not readable: give this user read permission");
        }
        if (file.toFile().length() == 0) {
            throw refusal(Reason.INCOMPATIBLE, "is empty");
        }
    }

    /**
     * Checks that the file is not truncated within a page; SQLite itself detects only missing whole
     * pages. A file with a journal may be incomplete.
     *
     * @param pageBytes the page size stored in the file
     */
    void requireWhole(long pageBytes) throws IOException {
        boolean written = bytes("-wal") == 0 && bytes("-journal") == 0;
        if (written && Files.size(file) % pageBytes != 0) {
            throw refusal(
                    Reason.CORRUPT,
                    "its last page is truncated: restore a backup, or find the complete file");
        }
    }

    private long bytes(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix).toFile().length();
    }

    private RepositoryException refusal(Reason reason, String text) {
        return new RepositoryException(reason, file + ": " + text);
    }
}
