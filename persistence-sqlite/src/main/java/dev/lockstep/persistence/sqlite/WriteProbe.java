package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.connection.ConnectionFailures;
import dev.lockstep.persistence.sqlite.connection.Connections;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.fault.FaultProbe;
import dev.lockstep.persistence.sqlite.fault.Reserve;
import dev.lockstep.persistence.sqlite.rows.MetaTable;
import dev.lockstep.persistence.sqlite.write.Writer;
import java.sql.SQLException;

/**
 * Test write that checks whether a fault has been cleared: writes and commits unchanged rows on a
 * new connection. After corruption it first checks that the whole file can be read.
 */
final class WriteProbe implements FaultProbe.Trial {
    private final Connections connections;
    private final Writer writer;
    private final Reserve reserve;

    WriteProbe(Connections connections, Writer writer, Reserve reserve) {
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
            new MetaTable(session).rewrite();
            return true;
        });
    }

    private void requireIntact() {
        try (Session session = connections.openReader()) {
            String answer = session.quickCheck();
            if (!answer.equals("ok")) {
                throw new RepositoryException(Reason.CORRUPT, "still damaged: " + answer);
            }
        } catch (SQLException failure) {
            throw ConnectionFailures.named("checking the file", failure);
        }
    }
}
