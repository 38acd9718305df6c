package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * External data for the decision on an order, fetched before, because no request is made while the
 * write lock is held.
 *
 * @param prices the last quote of the instrument
 * @param day the result of the account today
 * @param holding the position at the broker
 * @param marks the last quotes of other instruments; one that is missing was not requested
 * @param closes the prices at the last close; one that is missing was not requested
 * @param cash the account's cash
 */
public record MarketView(
        Observation<Prices> prices,
        Observation<DayResult> day,
        Observation<BrokerHolding> holding,
        Map<Symbol, Observation<Prices>> marks,
        Map<Symbol, Observation<Price>> closes,
        Observation<AccountCash> cash) {
    /** No data. */
    public static final MarketView NOTHING =
            new MarketView(
                    new Observation.NotAsked<>(),
                    new Observation.NotAsked<>(),
                    new Observation.NotAsked<>(),
                    Map.of(),
                    Map.of(),
                    new Observation.NotAsked<>());

    public MarketView {
        marks = Map.copyOf(marks);
        closes = Map.copyOf(closes);
    }

    /** Returns the same with these prices. */
    public MarketView withPrices(Observation<Prices> other) {
        return new MarketView(other, day, holding, marks, closes, cash);
    }

    /** Returns the same with this result of the day. */
    public MarketView withDay(Observation<DayResult> other) {
        return new MarketView(prices, other, holding, marks, closes, cash);
    }

    /** Returns the same with this holding. */
    public MarketView withHolding(Observation<BrokerHolding> other) {
        return new MarketView(prices, day, other, marks, closes, cash);
    }

    /** Returns the same with these quotes of other instruments. */
    public MarketView withMarks(Map<Symbol, Observation<Prices>> other) {
        return new MarketView(prices, day, holding, other, closes, cash);
    }

    /** Returns the same with these prices at the last close. */
    public MarketView withCloses(Map<Symbol, Observation<Price>> other) {
        return new MarketView(prices, day, holding, marks, other, cash);
    }

    /** Returns the same with this cash. */
    public MarketView withCash(Observation<AccountCash> other) {
        return new MarketView(prices, day, holding, marks, closes, other);
    }

    /** Data that a check needs. */
    public enum Need {
        /** The last quote of the instrument. */
        PRICES,
        /** The result of the account today. */
        DAY_RESULT,
        /** The position at the broker, which the order might reduce. */
        BROKER_HOLDING,
        /** The last quotes of other instruments. */
        MARKS,
        /** The prices of instruments at the last close. */
        LAST_CLOSES,
        /** The account's cash. */
        ACCOUNT_CASH
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

    /**
     * The account's cash.
     *
     * @param cash dollars, negative when borrowed
     * @param bookVersion the version of all holdings before the request: once that has changed, a
     *     fill may be missing in the cash and it is not used
     */
    public record AccountCash(Money cash, long bookVersion) {}
}
