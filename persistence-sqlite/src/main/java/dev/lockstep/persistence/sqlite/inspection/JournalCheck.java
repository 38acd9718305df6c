package dev.lockstep.persistence.sqlite.inspection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.sql.inspection.InspectionReport;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sqlite.checkpoint.Checkpointer;
import dev.lockstep.persistence.sqlite.connection.JournalState;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import dev.lockstep.persistence.sqlite.connection.SqliteSession;
import java.sql.SQLException;
import java.time.Duration;

/** Checkpoints the WAL; reports what blocks it. */
final class JournalCheck {
    private static final String FIX =
            "end the read that holds an old snapshot, such as another tool that has the file open: the"
                    + " journal then shrinks by itself";

    private final SqliteConnections connections;
    private final Readers readers;

    JournalCheck(SqliteConnections connections, Readers readers) {
        this.connections = connections;
        this.readers = readers;
    }

    void into(InspectionReport report) {
        Duration oldest = readers.oldest();
        report.put("oldest_read_millis", oldest.toMillis());
        try (SqliteSession session = connections.openWriter()) {
            JournalState state = session.checkpoint();
            report.put("wal_bytes", connections.journalBytes());
            report.put("wal_pages", state.pages());
            report.put("wal_pending_pages", state.pending());
            judge(state, oldest, report);
        } catch (SQLException | RepositoryException failure) {
            report.problem(
                    "the journal cannot be checkpointed: " + failure.getMessage(),
                    "free some space and check the permissions");
        }
    }

    private void judge(JournalState state, Duration oldest, InspectionReport report) {
        String size = "the journal has " + connections.journalBytes() + " bytes";
        if (!Checkpointer.blocked(state)) {
            report.fine(size);
            return;
        }
        String cause =
                oldest.isZero()
                        ? "another process holds an old snapshot of the database"
                        : "a read of this process has been running for "
                                + oldest.toMillis()
                                + " ms, or another process holds an old snapshot";
        report.warning(
                size
                        + " and cannot shrink: "
                        + state.pending()
                        + " of "
                        + state.pages()
                        + " pages cannot be checkpointed, because "
                        + cause,
                FIX);
    }
}
