package dev.lockstep.domain.position;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A strategy's part of the position in one instrument.
 *
 * @param symbol the instrument
 * @param netQty the part
 * @param trades the strategy's trades of its last day with any
 */
public record StrategyPart(Symbol symbol, NetQuantity netQty, DayTrades trades) {
    /** Returns whether it is not flat or was traded today. */
    public boolean counts(LocalDate today) {
        return !netQty.flat() || trades.day().equals(today);
    }

    /** Returns the part at the last close before a day. */
    public NetQuantity atLastClose(LocalDate today) {
        return new NetQuantity(netQty.value().subtract(trades.on(today).netQty().value()));
    }

    /**
     * Returns the profit since the last close in dollars, negative for a loss.
     *
     * @param today the day in New York
     * @param price the current price, null if the part is flat
     * @param close the price at the last close, null if the part was flat then
     */
    public Money dayProfit(LocalDate today, @Nullable Price price, @Nullable Price close) {
        BigDecimal now = value(netQty, price);
        BigDecimal before = value(atLastClose(today), close);
        return new Money(trades.on(today).cash().value().add(now).subtract(before));
    }

    private static BigDecimal value(NetQuantity netQty, @Nullable Price price) {
        return price == null ? BigDecimal.ZERO : price.value().multiply(netQty.value());
    }
}
