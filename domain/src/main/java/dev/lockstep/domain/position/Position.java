package dev.lockstep.domain.position;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * A position, as the broker reports it.
 *
 * @param symbol the instrument
 * @param netQty positive if long, negative if short, never zero
 * @param availableQty the quantity that no open order holds, null if not reported
 * @param avgEntryPx the average entry price, null if not reported
 * @param marketPx the price of its valuation, null if not reported
 * @param unrealizedProfit dollars, negative for a loss, null if not reported
 * @param dayProfit dollars since the last close, negative for a loss, null if not reported
 */
public record Position(
        Symbol symbol,
        NetQuantity netQty,
        @Nullable Quantity availableQty,
        @Nullable Price avgEntryPx,
        @Nullable Price marketPx,
        @Nullable Money unrealizedProfit,
        @Nullable Money dayProfit) {
    /** Creates a position with its size only. */
    public Position(Symbol symbol, NetQuantity netQty) {
        this(symbol, netQty, null, null, null, null, null);
    }

    /** Returns the side that closes it. */
    public Side exitSide() {
        return netQty.value().signum() > 0 ? Side.SELL : Side.BUY;
    }

    /** Returns its absolute quantity. */
    public Quantity size() {
        return new Quantity(netQty.value().abs());
    }
}
