package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * External data for the decision on an order, fetched before, because no request is made while the
 * write lock is held.
 *
 * @param prices the last quote of the instrument
 * @param day the result of the account today
 * @param holding the position at the broker
 */
public record MarketView(
        Observation<Prices> prices,
        Observation<DayResult> day,
        Observation<BrokerHolding> holding) {
    /** No data. */
    public static final MarketView NOTHING =
            new MarketView(
                    new Observation.NotAsked<>(),
                    new Observation.NotAsked<>(),
                    new Observation.NotAsked<>());

    /** Returns the same with these prices. */
    public MarketView withPrices(Observation<Prices> other) {
        return new MarketView(other, day, holding);
    }

    /** Returns the same with this result of the day. */
    public MarketView withDay(Observation<DayResult> other) {
        return new MarketView(prices, other, holding);
    }

    /** Returns the same with this holding. */
    public MarketView withHolding(Observation<BrokerHolding> other) {
        return new MarketView(prices, day, other);
    }

    /** Data that a check needs. */
    public enum Need {
        /** The last quote of the instrument. */
        PRICES,
        /** The result of the account today. */
        DAY_RESULT,
        /** The position at the broker, which the order might reduce. */
        BROKER_HOLDING
    }

    /**
     * The last quote.
     *
     * @param bidPx the best bid, null if there is none
     * @param askPx the best ask, null if there is none
     */
    public record Prices(@Nullable Price bidPx, @Nullable Price askPx) {}

    /**
     * The result of the account today.
     *
     * @param equity the current equity
     * @param lastEquity the equity at the last close
     */
    public record DayResult(Money equity, Money lastEquity) {
        /** Returns the loss since then, negative for a gain. */
        public Money loss() {
            return new Money(lastEquity.value().subtract(equity.value()));
        }
    }

    /**
     * The position at the broker.
     *
     * @param netQty its size
     * @param holdingVersion our own holding's version before the request: once that has changed,
     *     this may count a fill twice and is not used
     */
    public record BrokerHolding(NetQuantity netQty, long holdingVersion) {}
}
