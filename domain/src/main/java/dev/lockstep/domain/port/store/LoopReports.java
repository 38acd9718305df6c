package dev.lockstep.domain.port.store;

import java.util.Optional;

/**
 * Where the trading loop leaves its last report; safe for use by several threads.
 *
 * <p>Every method throws {@link RepositoryException}, and nothing else, when the store fails.
 */
public interface LoopReports {
    /** Puts a report in the place of the last one. */
    void write(LoopReport report);

    /** The last report of any process; empty before the first. */
    Optional<LoopReport> last();
}
