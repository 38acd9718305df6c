package dev.lockstep.persistence.postgres.backup;

import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sql.connection.Connections;
import dev.lockstep.persistence.sql.copy.BackupFile;
import dev.lockstep.persistence.sql.copy.BackupFormat;
import dev.lockstep.persistence.sql.copy.StoreCopy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Copies the database into a file from one snapshot: the orders with their history, limits and all
 * else, and the hash chains, by which the copy is verified before it gets its name.
 */
public final class PostgresBackup implements StoreBackup {
    private final Connections connections;
    private final BackupFormat format;
    private final ServerDump dump;

    /**
     * Creates the backups of a database.
     *
     * @param format creates the files
     * @param dumps how the server's own program reaches the database
     */
    public PostgresBackup(Connections connections, BackupFormat format, DumpSettings dumps) {
        this.connections = connections;
        this.format = format;
        this.dump = new ServerDump(connections, dumps);
    }

    @Override
    public Optional<StoreBackup> byServerProgram() {
        return Optional.of(dump);
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
        try {
            return BackupFile.made(target, replacing, null, this::copiedInto);
        } catch (SQLException failure) {
            throw connections.failures().named("the backup to " + target, failure);
        }
    }

    private long copiedInto(Path unchecked) throws SQLException {
        try (OrderStore copy = format.create(unchecked)) {
            StoreCopy.copy(connections, copy.connections());
        }
        return checked(unchecked);
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
}
