package dev.lockstep.persistence.sqlite.backup;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Refuses a name for a backup under which it would destroy something, or be destroyed. */
final class BackupTarget {
    /**
     * What SQLite keeps beside a database; found beside a new one, it would be taken for its own.
     */
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    private BackupTarget() {}

    static void require(Path file, Path database, boolean replacing) throws IOException {
        Path folder = folderOf(file);
        if (ofDatabase(file, folder, database)) {
            throw refused(file, "belongs to the live database: name another file");
        }
        if (Files.isDirectory(file)) {
            throw refused(file, "is a folder: name a file in it");
        }
        if (!replacing && Files.exists(file)) {
            throw refused(file, "is there already: name a file that is not");
        }
        for (String companion : COMPANIONS) {
            Path beside = folder.resolve(file.getFileName() + companion);
            if (Files.exists(beside)) {
                throw refused(file, beside + " is beside it, so a database of that name is in use");
            }
        }
    }

    static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(file, "its folder does not exist: make it first");
        }
        return folder;
    }

    private static boolean ofDatabase(Path file, Path folder, Path database) throws IOException {
        if (Files.exists(file) && Files.isSameFile(file, database)) {
            return true;
        }
        Path ours = database.getParent();
        return ours != null
                && Files.isSameFile(folder, ours)
                && String.valueOf(file.getFileName()).startsWith(database.getFileName() + "-");
    }

    private static RepositoryException refused(Path file, String why) {
        return new RepositoryException(Reason.MISUSE, file + ": " + why);
    }
}
