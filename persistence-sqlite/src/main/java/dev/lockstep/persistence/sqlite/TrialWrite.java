package dev.lockstep.persistence.sqlite;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.persistence.sqlite.connection.Connections;
import dev.lockstep.persistence.sqlite.connection.Failures;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.fault.FaultProbe;
import dev.lockstep.persistence.sqlite.rows.MetaTable;
import dev.lockstep.persistence.sqlite.write.Writer;
import java.sql.SQLException;

/**
 * Writes and commits something that changes nothing, on a fresh connection; after damage it looks
 * first whether the whole file can be read again.
 */
final class TrialWrite implements FaultProbe.Trial {
    private final Connections connections;
    private final Writer writer;

    /** Trials of one database. */
    TrialWrite(Connections connections, Writer writer) {
        this.connections = connections;
        this.writer = writer;
    }

    @Override
    public void run(Reason fault) {
        if (fault == Reason.CORRUPT) {
            requireIntact();
        }
        connections.requireSameFile();
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
            throw Failures.named("the check of the file", failure);
        }
    }
}
