package dev.lockstep.persistence.sql.copy;

import dev.lockstep.domain.port.maintenance.StoreBackup.Copy;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a backup under a temporary name, syncs it, and renames it. The target name never refers to
 * an incomplete or unchecked file.
 */
public final class BackupFile {
    private BackupFile() {}

    /**
     * Writes a backup.
     *
     * @param target the file to make
     * @param replacing whether an existing file is replaced
     * @param database the live database, null if it is not a file
     * @param making writes and checks the copy
     * @throws RepositoryException if the copy cannot be made; the target is then unchanged
     */
    public static Copy made(Path target, boolean replacing, @Nullable Path database, Making making)
            throws SQLException {
        InsideWrite.refuse("a backup was started");
        Path file = target.toAbsolutePath().normalize();
        try {
            BackupTarget.require(file, database, replacing);
            return moved(file, replacing, database, making);
        } catch (AccessDeniedException failure) {
            throw new RepositoryException(
                    Reason.READ_ONLY,
                    "the backup to "
                            + file
                            + ": "
                            + failure.getFile()
                            + " cannot be read or written: check its permissions",
                    failure);
        } catch (IOException failure) {
            throw new RepositoryException(
                    Reason.IO_ERROR, "the backup to " + file + ": " + failure, failure);
        }
    }

    private static Copy moved(Path file, boolean replacing, @Nullable Path database, Making making)
            throws SQLException, IOException {
        Path folder = BackupTarget.folderOf(file);
        Path work = Files.createTempDirectory(folder, "backup-");
        try {
            Path unchecked = work.resolve("unchecked.db");
            long orders = making.into(unchecked);
            restrictToOwner(unchecked);
            force(unchecked, StandardOpenOption.WRITE);
            BackupTarget.require(file, database, replacing);
            Files.move(unchecked, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder, StandardOpenOption.READ);
            return new Copy(file, Files.size(file), orders);
        } finally {
            delete(work);
        }
    }

    /**
     * Restricts the backup to its owner, whatever the umask: it contains the same data as the
     * database.
     */
    private static void restrictToOwner(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** Removes the folder with what a failed or closed copy left in it. */
    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Writes and checks a copy. */
    @FunctionalInterface
    public interface Making {
        /**
         * Writes the copy into a new file, which is closed and complete afterwards.
         *
         * @return the number of orders in it
         * @throws RepositoryException if the copy is damaged
         */
        long into(Path file) throws SQLException;
    }
}
