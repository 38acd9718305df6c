package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What can be told of a database file from outside: enough to say in plain words why it cannot be
 * used. It is only looked at and never opened here, for a process that closes a file loses SQLite's
 * locks on it.
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

    /** The size of the write-ahead log's file, zero where there is none. */
    long journalBytes() {
        return beside("-wal").toFile().length();
    }

    /** The name of the file system that it is on. */
    String fileSystem() {
        try {
            return types.of(folder());
        } catch (IOException failure) {
            throw new RepositoryException(
                    Reason.IO_ERROR, folder() + ": cannot be looked at: " + failure, failure);
        }
    }

    /**
     * Refuses what cannot be used.
     *
     * @throws RepositoryException with the reason; nothing is touched
     */
    void requireUsable() {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw refusal(Reason.IO_ERROR, "its folder does not exist: make it, or name another");
        }
        requireFileSystem();
        if (Files.isDirectory(file)) {
            throw refusal(Reason.INCOMPATIBLE, "is a folder: name a file in it");
        }
        if (!Files.isWritable(folder)) {
            throw refusal(
                    Reason.READ_ONLY,
                    "its folder may not be written to, and the journal beside the database must"
                            + " be: allow it to this user");
        }
        List.of(file, beside("-wal"), beside("-shm")).forEach(DatabaseFile::requirePermission);
        requireNotEmptied();
    }

    /**
     * Refuses what cannot even be read.
     *
     * @throws RepositoryException with the reason; nothing is touched
     */
    void requireReadable() {
        if (!Files.exists(file)) {
            throw refusal(Reason.INCOMPATIBLE, "there is no such file");
        }
        if (Files.isDirectory(file)) {
            throw refusal(Reason.INCOMPATIBLE, "is a folder: name a file in it");
        }
        if (denied(file, AccessMode.READ)) {
            throw refusal(Reason.IO_ERROR, "may not be read: allow this user to read it");
        }
        if (file.toFile().length() == 0) {
            throw refusal(Reason.INCOMPATIBLE, "is empty");
        }
        requireNotEmptied();
    }

    /**
     * Refuses a file that lacks its end; SQLite itself sees it only where whole pages are missing.
     *
     * @param pageBytes what the file says is the size of its pages
     */
    void requireWhole(long pageBytes) throws IOException {
        boolean written = journalBytes() == 0 && beside("-journal").toFile().length() == 0;
        if (written && Files.size(file) % pageBytes != 0) {
            throw refusal(
                    Reason.CORRUPT,
                    "its last page is cut off: restore a backup, or find the whole file");
        }
    }

    private void requireFileSystem() {
        String type = fileSystem();
        if (FileSystemTypes.shared(type)) {
            throw refusal(
                    Reason.INCOMPATIBLE,
                    "is on a network or shared file system ("
                            + type
                            + "), where processes do not see each other's journal: put the"
                            + " database on a local disk");
        }
    }

    /** One question each: another process may make or delete the journal's files at any time. */
    private static void requirePermission(Path part) {
        if (Files.isDirectory(part)) {
            throw new RepositoryException(
                    Reason.IO_ERROR, part + ": is no file: move it out of the way");
        }
        if (denied(part, AccessMode.READ)) {
            throw new RepositoryException(
                    Reason.IO_ERROR,
                    part + ": may not be read: allow this user to read and write it");
        }
        if (denied(part, AccessMode.WRITE)) {
            throw new RepositoryException(
                    Reason.READ_ONLY,
                    part + ": may not be written to: allow it to this user, or copy the database");
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
     * SQLite would take it for a new database and delete the journal. The journal is asked for
     * first: whoever makes a database fills the file before the journal.
     */
    private void requireNotEmptied() {
        if (journalBytes() > 0 && file.toFile().length() == 0) {
            throw refusal(
                    Reason.CORRUPT,
                    "is empty or missing and its journal is not: restore a backup of both");
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
