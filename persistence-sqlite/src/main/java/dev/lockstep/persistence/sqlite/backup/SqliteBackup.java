package dev.lockstep.persistence.sqlite.backup;

import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.rows.OrderTable;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import dev.lockstep.persistence.sqlite.connection.SqliteFailures;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
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

/**
 * SQLite implementation of {@link StoreBackup}: copies the database to a temporary name, checks the
 * copy, syncs it, and renames it. The target name never refers to an incomplete or unchecked file.
 */
public final class SqliteBackup implements StoreBackup {
    private final SqliteConnections connections;

    public SqliteBackup(SqliteConnections connections) {
        this.connections = connections;
    }

    @Override
    public Copy backUp(Path target) {
        return copied(target, false);
    }

    @Override
    public Copy replace(Path target) {
        return copied(target, true);
    }

    private Copy copied(Path target, boolean replacing) {
        InsideWrite.refuse("a backup was started");
        Path file = target.toAbsolutePath().normalize();
        try {
            BackupTarget.require(file, connections.file(), replacing);
            return made(file, replacing);
        } catch (SQLException failure) {
            throw SqliteFailures.INSTANCE.named("the backup to " + file, failure);
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

    private Copy made(Path file, boolean replacing) throws SQLException, IOException {
        Path folder = BackupTarget.folderOf(file);
        Path unchecked = Files.createTempDirectory(folder, "backup-").resolve("unchecked.db");
        try {
            try (SqliteSession session = connections.openReader()) {
                session.copyInto(unchecked);
            }
            restrictToOwner(unchecked);
            long orders = checked(unchecked);
            force(unchecked, StandardOpenOption.WRITE);
            BackupTarget.require(file, connections.file(), replacing);
            Files.move(unchecked, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder, StandardOpenOption.READ);
            return new Copy(file, Files.size(file), orders);
        } finally {
            Files.deleteIfExists(unchecked);
            Files.delete(unchecked.getParent());
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

    private long checked(Path copy) throws SQLException {
        try (SqliteSession session = connections.openCopy(copy)) {
            String answer = session.integrity();
            if (!answer.equals("ok")) {
                throw new RepositoryException(
                        Reason.CORRUPT, "the copy is damaged, and so is the database: " + answer);
            }
            return new OrderTable(session).count();
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
