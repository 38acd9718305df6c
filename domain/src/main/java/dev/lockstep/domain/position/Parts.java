package dev.lockstep.domain.position;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.StrategyId;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Splits one instrument's position among the strategies, trade by trade. */
final class Parts {
    private final TreeMap<StrategyId, NetQuantity> byStrategy = new TreeMap<>();
    private NetQuantity unassigned = NetQuantity.FLAT;

    /** One trade of a strategy's order, or of an order of none. */
    void traded(@Nullable StrategyId strategy, Side side, Quantity quantity) {
        if (strategy == null) {
            unassigned = side.applied(unassigned, quantity);
            settle(quantity);
            return;
        }
        NetQuantity before = byStrategy.getOrDefault(strategy, NetQuantity.FLAT);
        byStrategy.put(strategy, side.applied(before, quantity));
    }

    /**
     * An order of no strategy that left the account flat by trading what strategies held has closed
     * the position for all of them.
     */
    private void settle(Quantity quantity) {
        if (!quantity.zero() && !unassigned.flat() && holdings().total().flat()) {
            byStrategy.clear();
            unassigned = NetQuantity.FLAT;
        }
    }

    StrategyHoldings holdings() {
        return new StrategyHoldings(byStrategy, unassigned);
    }
}
