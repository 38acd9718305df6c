package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.fault.FaultProbe;
import dev.lockstep.persistence.sql.rows.MetaTable;
import dev.lockstep.persistence.sql.write.Writer;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import dev.lockstep.persistence.sqlite.connection.SqliteFailures;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import dev.lockstep.persistence.sqlite.fault.FileReserve;
import java.sql.SQLException;

/**
 * Test write that checks whether a fault has been cleared: changes and commits a row on a new
 * connection. After corruption it first checks that the whole file can be read.
 */
final class WriteProbe implements FaultProbe.Trial {
    private final SqliteConnections connections;
    private final Writer writer;
    private final FileReserve reserve;

    WriteProbe(SqliteConnections connections, Writer writer, FileReserve reserve) {
        this.connections = connections;
        this.writer = writer;
        this.reserve = reserve;
    }

    @Override
    public void run(Reason fault) {
        if (fault == Reason.CORRUPT) {
            requireIntact();
        }
        connections.requireSameFile();
        reserve.fill();
        writer.reopenSoon();
        writer.write(session -> {
            new MetaTable(session).countTrialWrite();
            return true;
        });
    }

    private void requireIntact() {
        try (SqliteSession session = connections.openReader()) {
            String answer = session.quickCheck();
            if (!answer.equals("ok")) {
                throw new RepositoryException(Reason.CORRUPT, "still damaged: " + answer);
            }
        } catch (SQLException failure) {
            throw SqliteFailures.INSTANCE.named("checking the file", failure);
        }
    }
}
