package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * What was asked from outside before an order is to be stored, because nobody may ask while the
 * write lock is held.
 *
 * @param prices the last quote of the instrument
 * @param day how the account stands today
 * @param holding what the broker holds of the instrument for us
 */
public record MarketView(
        Observation<Prices> prices,
        Observation<DayResult> day,
        Observation<BrokerHolding> holding) {
    /** Nothing was asked. */
    public static final MarketView NOTHING =
            new MarketView(
                    new Observation.NotAsked<>(),
                    new Observation.NotAsked<>(),
                    new Observation.NotAsked<>());

    /** The same with these prices. */
    public MarketView withPrices(Observation<Prices> other) {
        return new MarketView(other, day, holding);
    }

    /** The same with this result of the day. */
    public MarketView withDay(Observation<DayResult> other) {
        return new MarketView(prices, other, holding);
    }

    /** The same with this holding. */
    public MarketView withHolding(Observation<BrokerHolding> other) {
        return new MarketView(prices, day, other);
    }

    /** What has to be asked for, because a check needs it. */
    public enum Need {
        /** The last quote of the instrument. */
        PRICES,
        /** How the account stands today. */
        DAY_RESULT,
        /** What the broker holds of the instrument for us: the order might reduce that. */
        BROKER_HOLDING
    }

    /**
     * The last quote.
     *
     * @param bidPx the best price offered to a seller, null where nobody bids
     * @param askPx the best price offered to a buyer, null where nobody asks
     */
    public record Prices(@Nullable Price bidPx, @Nullable Price askPx) {}

    /**
     * How the account stands today.
     *
     * @param equity what it is worth now
     * @param lastEquity what it was worth at the last close
     */
    public record DayResult(Money equity, Money lastEquity) {
        /** What was lost since, below zero where something was won. */
        public Money loss() {
            return new Money(lastEquity.value().subtract(equity.value()));
        }
    }

    /**
     * What the broker holds of the instrument for us.
     *
     * @param netQty how much
     * @param holdingVersion our own holding's version before the broker was asked: once that has
     *     changed, this may count a fill twice and says nothing any more
     */
    public record BrokerHolding(NetQuantity netQty, long holdingVersion) {}
}
