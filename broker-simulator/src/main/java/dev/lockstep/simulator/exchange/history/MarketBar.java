package dev.lockstep.simulator.exchange.history;

import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/**
 * Aggregate of the trades within a period.
 *
 * @param start the start of the period
 * @param volume shares or coins
 * @param trades the number of trades
 * @param turnover the sum of price times quantity of all trades, in dollars
 */
public record MarketBar(
        Instant start,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        long trades,
        BigDecimal turnover) {
    private static final int PRICE_SCALE_DIGITS = 6;

    /** Aggregates consecutive bars, of which there is at least one. */
    static MarketBar merge(Instant start, List<MarketBar> bars) {
        MarketBar whole = bars.getFirst().startingAt(start);
        for (MarketBar next : bars.subList(1, bars.size())) {
            whole = whole.plus(next);
        }
        return whole;
    }

    /** Returns the average price, weighted by volume. */
    public BigDecimal averagePrice() {
        return volume.signum() == 0
                ? close
                : turnover.divide(volume, PRICE_SCALE_DIGITS, RoundingMode.HALF_EVEN);
    }

    MarketBar startingAt(Instant time) {
        return new MarketBar(time, open, high, low, close, volume, trades, turnover);
    }

    /** Returns the aggregate with a later bar. */
    MarketBar plus(MarketBar later) {
        return new MarketBar(
                start,
                open,
                high.max(later.high),
                low.min(later.low),
                later.close,
                volume.add(later.volume),
                trades + later.trades,
                turnover.add(later.turnover));
    }

    /** Returns the bar with the volume, trades and turnover of another one. */
    MarketBar withVolumeOf(MarketBar other) {
        return new MarketBar(
                start, open, high, low, close, other.volume, other.trades, other.turnover);
    }

    /** Returns the bar at prices and volumes after corporate actions. */
    MarketBar adjusted(BarAdjustment.Factors factors) {
        if (factors.none()) {
            return this;
        }
        return new MarketBar(
                start,
                price(open, factors),
                price(high, factors),
                price(low, factors),
                price(close, factors),
                volume.multiply(factors.volume()),
                trades,
                turnover.multiply(factors.price()).multiply(factors.volume()));
    }

    private static BigDecimal price(BigDecimal value, BarAdjustment.Factors factors) {
        return Decimals.plain(
                value.multiply(factors.price())
                        .setScale(PRICE_SCALE_DIGITS, RoundingMode.HALF_EVEN));
    }
}
