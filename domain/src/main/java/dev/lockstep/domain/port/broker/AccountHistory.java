package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.adjustment.Adjustment;
import java.time.Instant;

/**
 * What happened on the account, in the broker's books.
 *
 * <p>Entries may appear late, so whoever asks for what is new begins some time before the last
 * entry known, and passes over what is known by its id. Implementations are safe for use by several
 * threads, bound every call in time, and answer every failure by a value.
 */
public interface AccountHistory {
    /**
     * All executions and corrections of executions at that time or later, each once, oldest first;
     * complete or failed.
     */
    FetchResult<ListedExecutions> fillsSince(Instant time);

    /**
     * All changes of positions and cash that are no trades, booked at that time or later, each
     * once, oldest first; complete or failed. What cannot be read is among them, as {@code OTHER}.
     */
    FetchResult<FetchedList<Adjustment>> adjustmentsSince(Instant time);

    /** What the account was worth over a span of time that ends now. */
    FetchResult<PortfolioHistory> portfolio(HistorySpan span);
}
