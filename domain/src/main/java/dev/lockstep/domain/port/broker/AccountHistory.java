package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.adjustment.Adjustment;
import java.time.Instant;

/**
 * The activities of the account at the broker.
 *
 * <p>Entries may appear late, so callers start some time before the last known entry and skip known
 * ids. Implementations are thread-safe, bound every call in time, and return every failure as a
 * value.
 */
public interface AccountHistory {
    /**
     * Returns all executions and corrections of executions at that time or later, each once, oldest
     * first; complete or failed.
     */
    FetchResult<ListedExecutions> fillsSince(Instant time);

    /**
     * Returns the first of these executions, about as many as a few requests can fetch, so that a
     * caller with other work reads a long history in parts; complete or failed.
     */
    FetchResult<ListedExecutions.Part> fillsPart(Instant time);

    /**
     * Returns all changes of positions and cash that are no trades, booked at that time or later,
     * each once, oldest first; complete or failed. What cannot be read is among them, as {@code
     * OTHER}.
     */
    FetchResult<FetchedList<Adjustment>> adjustmentsSince(Instant time);

    /** Fetches the equity of the account over a period that ends now. */
    FetchResult<PortfolioHistory> portfolio(HistorySpan span);
}
