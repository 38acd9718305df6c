package dev.lockstep.persistence.sqlite.backup;

import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.copy.BackupFile;
import dev.lockstep.persistence.sql.rows.OrderTable;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import dev.lockstep.persistence.sqlite.connection.SqliteFailures;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * SQLite implementation of {@link StoreBackup}: copies the database from one snapshot and checks
 * the copy.
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
        try {
            return BackupFile.made(target, replacing, connections.file(), this::copiedInto);
        } catch (SQLException failure) {
            throw SqliteFailures.INSTANCE.named("the backup to " + target, failure);
        }
    }

    private long copiedInto(Path unchecked) throws SQLException {
        try (SqliteSession session = connections.openReader()) {
            session.copyInto(unchecked);
        }
        return checked(unchecked);
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
}
