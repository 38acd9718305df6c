package dev.lockstep.domain.position;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * How much of one instrument is held, as the broker tells it.
 *
 * @param symbol the instrument
 * @param netQty above zero long, below zero short, never zero: a flat position is none
 * @param availableQty how much of it no open order holds, null where that is not told
 * @param avgEntryPx what it cost on average, null where that is not told
 * @param marketPx the price it is valued at, null where that is not told
 * @param unrealizedProfit dollars that closing it at that price would bring, below zero for a loss,
 *     null where that is not told
 * @param dayProfit dollars that it gained since the last close, below zero for a loss, null where
 *     that is not told
 */
public record Position(
        Symbol symbol,
        NetQuantity netQty,
        @Nullable Quantity availableQty,
        @Nullable Price avgEntryPx,
        @Nullable Price marketPx,
        @Nullable Money unrealizedProfit,
        @Nullable Money dayProfit) {
    /** A position of which only the size is told. */
    public Position(Symbol symbol, NetQuantity netQty) {
        this(symbol, netQty, null, null, null, null, null);
    }

    /** The side that closes it. */
    public Side exitSide() {
        return netQty.value().signum() > 0 ? Side.SELL : Side.BUY;
    }

    /** How many shares or coins it is, whichever way. */
    public Quantity size() {
        return new Quantity(netQty.value().abs());
    }
}
