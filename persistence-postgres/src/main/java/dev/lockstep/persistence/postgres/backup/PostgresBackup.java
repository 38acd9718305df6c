package dev.lockstep.persistence.postgres.backup;

import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.copy.BackupFormat;
import dev.lockstep.persistence.sql.copy.StoreCopy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * Copies the database into a file from one snapshot: the orders with their history, limits and all
 * else, and the hash chains, by which the copy is verified before it gets its name.
 */
public final class PostgresBackup implements StoreBackup {
    private final Connections connections;
    private final BackupFormat format;

    /**
     * Creates the backups of a database.
     *
     * @param format creates the files
     */
    public PostgresBackup(Connections connections, BackupFormat format) {
        this.connections = connections;
        this.format = format;
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
            requireFree(file, replacing);
            return made(file, replacing);
        } catch (SQLException failure) {
            throw connections.failures().named("the backup to " + file, failure);
        } catch (IOException failure) {
            throw new RepositoryException(
                    Reason.IO_ERROR, "the backup to " + file + ": " + failure, failure);
        }
    }

    private Copy made(Path file, boolean replacing) throws SQLException, IOException {
        Path folder = file.resolveSibling("").toAbsolutePath();
        Path work = Files.createTempDirectory(folder, "backup-");
        Path unchecked = work.resolve("unchecked.db");
        try {
            try (OrderStore copy = format.create(unchecked)) {
                StoreCopy.copy(connections, copy.connections());
            }
            long orders = checked(unchecked);
            force(unchecked, StandardOpenOption.WRITE);
            requireFree(file, replacing);
            Files.move(unchecked, file, StandardCopyOption.ATOMIC_MOVE);
            force(folder, StandardOpenOption.READ);
            return new Copy(file, Files.size(file), orders);
        } finally {
            delete(work);
        }
    }

    private long checked(Path copy) {
        try (OrderStore store = format.create(copy)) {
            return switch (store.auditTrail().verify((_, _) -> {})) {
                case AuditVerdict.Intact intact -> intact.orders();
                case AuditVerdict.Broken broken ->
                        throw new RepositoryException(
                                Reason.CORRUPT,
                                "the copy does not verify, and neither does the database: "
                                        + broken.breaks().getFirst());
            };
        }
    }

    private static void requireFree(Path file, boolean replacing) {
        if (Files.isDirectory(file) || (!replacing && Files.exists(file))) {
            throw new RepositoryException(
                    Reason.MISUSE, file + ": exists already: name another file");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
