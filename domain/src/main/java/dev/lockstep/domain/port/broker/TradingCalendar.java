package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.market.TradingDay;
import java.time.LocalDate;
import java.util.List;

/** On which days, and in which hours, the market opens. */
@FunctionalInterface
public interface TradingCalendar {
    /**
     * Returns the trading days of a span of time, oldest first; complete or failed.
     *
     * @param from the first day
     * @param to the last day, not before the first
     */
    FetchResult<List<TradingDay>> days(LocalDate from, LocalDate to);
}
