package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.StrategyPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one strategy's orders at the moment at which an order of it is to be stored.
 *
 * @param strategy the strategy
 * @param parts its part in each instrument that it has traded
 * @param working its orders that can trade, without the replaced order
 * @param openOrders the number of its orders that are or may be at the broker, counted as for the
 *     account
 * @param recentOrders the number of its orders within the period of its order rate
 * @param twin an order of it with the same terms within its duplicate window, null if there is none
 *     or no limit needs it
 * @param opposite an open market or stop order on the other side of the instrument, of any
 *     strategy, null if there is none or no limit needs it
 */
public record StrategyExposure(
        StrategyId strategy,
        List<StrategyPart> parts,
        List<WorkingOrder> working,
        int openOrders,
        int recentOrders,
        @Nullable OrderId twin,
        @Nullable OrderId opposite) {
    public StrategyExposure {
        parts = List.copyOf(parts);
        working = List.copyOf(working);
    }

    /** Returns its part in one instrument. */
    public NetQuantity netQty(Symbol symbol) {
        return parts.stream()
                .filter(part -> part.symbol().equals(symbol))
                .map(StrategyPart::netQty)
                .findFirst()
                .orElse(NetQuantity.FLAT);
    }

    /** Returns the open quantity of its orders on one side of an instrument. */
    public OpenQuantity open(Symbol symbol, Side side) {
        OpenQuantities open = new OpenQuantities();
        working.stream()
                .filter(order -> order.symbol().equals(symbol) && order.side() == side)
                .forEach(order ->
                        open.add(order.id(), order.group(), order.amount(), order.cumQty()));
        return open.sum();
    }
}
