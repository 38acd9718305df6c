package dev.lockstep.domain.port.store;

import java.util.Optional;

/**
 * Stores the last report of the trading loop. Thread-safe.
 *
 * <p>Every method throws {@link RepositoryException}, and nothing else, if the store fails.
 */
public interface LoopReports {
    /** Replaces the last report. */
    void write(LoopReport report);

    /** Returns the last report of any process; empty before the first. */
    Optional<LoopReport> last();
}
