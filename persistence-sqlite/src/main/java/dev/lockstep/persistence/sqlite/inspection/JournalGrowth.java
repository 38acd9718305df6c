package dev.lockstep.persistence.sqlite.inspection;

import dev.lockstep.domain.port.maintenance.JournalSize;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sqlite.checkpoint.Checkpointer;
import dev.lockstep.persistence.sqlite.connection.SqliteConnections;
import java.time.Duration;

/** Size of the journal and the reason why it does not shrink. */
public final class JournalGrowth {
    private static final long BYTES_PER_PAGE = 4_096;
    private static final Duration LONG_READ = Duration.ofSeconds(1);

    private final SqliteConnections connections;
    private final Checkpointer checkpointer;
    private final Readers readers;
    private final long bound;

    /**
     * Creates the check of one database.
     *
     * @param bound the journal size in bytes above which a cause is reported
     */
    public JournalGrowth(
            SqliteConnections connections, Checkpointer checkpointer, Readers readers, long bound) {
        this.connections = connections;
        this.checkpointer = checkpointer;
        this.readers = readers;
        this.bound = bound;
    }

    JournalSize size() {
        long bytes = checkpointer.journal().pages() * BYTES_PER_PAGE;
        return new JournalSize(bytes, bound, bytes > bound ? cause() : "");
    }

    private String cause() {
        String others = OldReaders.of(connections.file());
        if (!others.isEmpty()) {
            return others
                    + " holds an old snapshot of the database and keeps it from shrinking: end that"
                    + " read";
        }
        return readers.oldest().compareTo(LONG_READ) > 0
                ? "a read of this process has been running for "
                        + readers.oldest().toSeconds()
                        + " s; it ends at its deadline"
                : "a read holds an old snapshot of the database, such as another tool that has it"
                        + " open, or the disk is too slow: end that read";
    }
}
