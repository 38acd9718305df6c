package dev.lockstep.app.view.market;

import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.market.TradingDay;
import java.util.List;

/**
 * The market's hours in JSON.
 *
 * @param now the broker's time
 * @param open whether the market is open
 * @param nextOpen when it opens next
 * @param nextClose when it closes next
 * @param days the next trading days
 */
public record ClockBody(
        String now, boolean open, String nextOpen, String nextClose, List<TradingDayBody> days) {
    public ClockBody {
        days = List.copyOf(days);
    }

    /** Returns the body of a clock and of trading days. */
    public static ClockBody of(MarketClock clock, List<TradingDay> days) {
        return new ClockBody(
                clock.now().toString(),
                clock.open(),
                clock.nextOpen().toString(),
                clock.nextClose().toString(),
                days.stream().map(TradingDayBody::of).toList());
    }

    /**
     * One trading day.
     *
     * @param date the day
     * @param open when the market opens
     * @param close when it closes
     */
    public record TradingDayBody(String date, String open, String close) {
        private static TradingDayBody of(TradingDay day) {
            return new TradingDayBody(
                    day.date().toString(), day.open().toString(), day.close().toString());
        }
    }
}
