package dev.lockstep.domain.port.notification;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.risk.limit.RiskChange;
import java.util.List;

/**
 * The changes of incidents, limits and restrictions, by any process, in one sequence. Reads take no
 * lock and block no writer. Implementations are thread-safe; every method throws {@link
 * dev.lockstep.domain.port.store.RepositoryException} if the store fails.
 */
public interface RecordFeed {
    /** The most records that one read passes. */
    int MAX_RECORDS = 1_000;

    /** Returns the position of the last record, 0 before the first. */
    long last();

    /**
     * Returns the changes after a position, oldest first.
     *
     * @param limit the most records to read, 1 to {@value #MAX_RECORDS}; records of other kinds are
     *     among them
     */
    Page after(long seq, int limit);

    /**
     * The result of a read.
     *
     * @param entries the changes
     * @param reached the position of the last record that was read
     */
    record Page(List<Entry> entries, long reached) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** A change. */
    sealed interface Entry {
        /** Returns its position. */
        long seq();

        /**
         * An incident as it was written.
         *
         * @param seq its position
         * @param incident the incident
         * @param first whether it was new
         */
        record OfIncident(long seq, Incident incident, boolean first) implements Entry {}

        /**
         * A change of a limit or a restriction.
         *
         * @param seq its position
         * @param change the change
         */
        record OfRisk(long seq, RiskChange change) implements Entry {}
    }
}
