package dev.lockstep.persistence.sql.copy;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Validation of a backup's target: rejects names that would overwrite, or be overwritten by, other
 * files.
 */
final class BackupTarget {
    /** SQLite's companion files; existing ones would be applied to the backup. */
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    private BackupTarget() {}

    static void require(Path file, @Nullable Path database, boolean replacing) throws IOException {
        Path folder = folderOf(file);
        if (database != null && ofDatabase(file, folder, database)) {
            throw refused(file, "belongs to the live database: name another file");
        }
        if (Files.isDirectory(file)) {
            throw refused(file, "is a folder: name a file inside it");
        }
        if (!replacing && Files.exists(file)) {
            throw refused(file, "already exists: name a new file");
        }
        for (String suffix : COMPANIONS) {
            Path companion = folder.resolve(file.getFileName() + suffix);
            if (Files.exists(companion)) {
                throw refused(file, companion + " exists, so a database of that name is in use");
            }
        }
    }

    static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(file, "its folder does not exist: create it first");
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
