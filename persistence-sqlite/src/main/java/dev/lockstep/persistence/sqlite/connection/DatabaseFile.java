package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks of a database file from outside, with messages that explain why it cannot be used. Never
 * opens the file: closing it would release SQLite's POSIX locks of this process.
 */
final class DatabaseFile {
    private final Path file;
    private final FileSystemTypes types;

    DatabaseFile(Path file, FileSystemTypes types) {
        this.file = file.toAbsolutePath();
        this.types = types;
    }

    Path path() {
        return file;
    }

    /** Returns the size of the WAL file in bytes, zero if absent. */
    long journalBytes() {
        return beside("-wal").toFile().length();
    }

    /** Returns the type of the file system. */
    String fileSystem() {
        try {
            return types.of(folder());
        } catch (IOException failure) {
            throw new RepositoryException(
                    Reason.IO_ERROR, folder() + ": cannot be examined: " + failure, failure);
        }
    }

    /**
     * Checks that the database can be opened for writing; changes nothing.
     *
     * @throws RepositoryException if it cannot be used
     */
    void requireUsable() {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw refusal(Reason.IO_ERROR, "its folder does not exist: create it, or name another");
        }
        requireFileSystem();
        if (Files.isDirectory(file)) {
            throw refusal(Reason.INCOMPATIBLE, "is a folder: name a file inside it");
        }
        if (!Files.isWritable(folder)) {
            throw refusal(
                    Reason.READ_ONLY,
                    "its folder is not writable, but the journal next to the database must"
                            + " be: give this user write permission");
        }
        List.of(file, beside("-wal"), beside("-shm")).forEach(DatabaseFile::requirePermission);
        requireNotEmptied();
    }

    /**
     * Checks that the file is not truncated within a page; SQLite itself detects only missing whole
     * pages.
     *
     * @param pageBytes the page size stored in the file
     */
    void requireWhole(long pageBytes) throws IOException {
        boolean written = journalBytes() == 0 && beside("-journal").toFile().length() == 0;
        if (written && Files.size(file) % pageBytes != 0) {
            throw refusal(
                    Reason.CORRUPT,
                    "its last page is truncated: restore a backup, or find the complete file");
        }
    }

    private void requireFileSystem() {
        String type = fileSystem();
        if (FileSystemTypes.shared(type)) {
            throw refusal(
                    Reason.INCOMPATIBLE,
                    "is on a network or shared file system ("
                            + type
                            + "), on which processes do not see each other's journal: put the"
                            + " database on a local disk");
        }
    }

    /**
     * Checks permissions with single system calls, because other processes may create or delete the
     * journal files at any time.
     */
    private static void requirePermission(Path part) {
        if (Files.isDirectory(part)) {
            throw new RepositoryException(
                    Reason.IO_ERROR, part + ": is a folder, not a file: move it away");
        }
        if (denied(part, AccessMode.READ)) {
            throw new RepositoryException(
                    Reason.IO_ERROR,
                    part + ": is not readable: give this user read and write permission");
        }
        if (denied(part, AccessMode.WRITE)) {
            throw new RepositoryException(
                    Reason.READ_ONLY,
                    part
                            + ": is not writable: give this user write permission, or copy the database");
        }
    }

    private static boolean denied(Path part, AccessMode mode) {
        try {
            part.getFileSystem().provider().checkAccess(part, mode);
            return false;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    /**
     * Rejects an empty file with a non-empty journal: SQLite would treat it as a new database and
     * delete the journal. Reads the journal's size first, because a new database fills the file
     * before the journal.
     */
    private void requireNotEmptied() {
        if (journalBytes() > 0 && file.toFile().length() == 0) {
            throw refusal(
                    Reason.CORRUPT,
                    "is empty or missing, but its journal is not: restore a backup of both");
        }
    }

    private RepositoryException refusal(Reason reason, String text) {
        return new RepositoryException(reason, file + ": " + text);
    }

    private Path folder() {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
