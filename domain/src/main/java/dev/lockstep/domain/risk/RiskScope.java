package dev.lockstep.domain.risk;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.RiskRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules and the state of the account, or of one strategy, against which an order is checked.
 *
 * @param strategy the strategy, null for the account
 * @param rules its rules
 * @param netQty its position in the order's instrument
 * @param open its open quantity on the order's side of the instrument
 * @param openOrders its number of open orders
 * @param recentOrders its number of recent orders
 * @param twin its recent order of the same terms
 * @param opposite an open order on the other side
 */
record RiskScope(
        @Nullable StrategyId strategy,
        RiskRules rules,
        NetQuantity netQty,
        OpenQuantity open,
        int openOrders,
        int recentOrders,
        @Nullable OrderId twin,
        @Nullable OrderId opposite,
        Exposure exposure) {
    static RiskScope account(Exposure exposure) {
        return new RiskScope(
                null,
                exposure.rules(),
                exposure.netQty(),
                exposure.open(),
                exposure.openOrders(),
                exposure.recentOrders(),
                exposure.twin(),
                exposure.opposite(),
                exposure);
    }

    static RiskScope of(StrategyExposure own, NewOrder terms, Exposure exposure) {
        return new RiskScope(
                own.strategy(),
                exposure.rules().of(own.strategy()),
                own.netQty(terms.symbol()),
                own.open(terms.symbol(), terms.side()),
                own.openOrders(),
                own.recentOrders(),
                own.twin(),
                own.opposite(),
                exposure);
    }

    boolean ofAccount() {
        return strategy == null;
    }

    long holdingVersion() {
        return exposure.holdingVersion();
    }

    Quantity carriedQty() {
        return exposure.carriedQty();
    }
}
