package dev.lockstep.persistence.sqlite.connection;

/**
 * Checkpoint state of the WAL.
 *
 * @param pages the pages in the WAL
 * @param checkpointed how many of them are copied to the database file
 */
public record JournalState(long pages, long checkpointed) {
    /** Returns the pages not yet copied to the database file. */
    public long pending() {
        return pages - checkpointed;
    }
}
