package dev.lockstep.persistence.sqlite.connection;

/**
 * How far the write-ahead log is carried over into the database file.
 *
 * @param pages the pages in the log
 * @param carriedOver how many of them are in the database file too
 */
public record JournalState(long pages, long carriedOver) {
    /** The pages that are in the log only. */
    public long pending() {
        return pages - carriedOver;
    }
}
