package dev.lockstep.domain.position;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.StrategyId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Splits one instrument's position among the strategies, trade by trade and adjustment by
 * adjustment; what cannot be given to one belongs to none, so that the sum is always right.
 */
final class Parts {
    private final OwnTrades own;
    private final Map<BrokerOrderId, StrategyId> ofOrder = new HashMap<>();
    private final TreeMap<StrategyId, NetQuantity> bought = new TreeMap<>();
    private final TreeMap<StrategyId, NetQuantity> byStrategy = new TreeMap<>();
    private NetQuantity boughtInAll = NetQuantity.FLAT;
    private NetQuantity unassigned = NetQuantity.FLAT;

    Parts(OwnTrades own, Iterable<Order> orders) {
        this.own = own;
        for (Order order : orders) {
            StrategyId strategy = order.terms().strategy();
            if (order.brokerOrderId() != null && strategy != null) {
                ofOrder.put(order.brokerOrderId(), strategy);
            }
        }
    }

    /** Adds a trade; returns the parts of strategies that it closed, apart from its own trade. */
    SortedMap<StrategyId, NetQuantity> trade(Order order) {
        Quantity quantity = own.qty(order);
        NetQuantity more = order.terms().side().applied(NetQuantity.FLAT, quantity);
        StrategyId strategy = order.terms().strategy();
        if (more.value().signum() > 0) {
            boughtInAll = boughtInAll.plus(more);
            if (strategy != null) {
                bought.merge(strategy, more, NetQuantity::plus);
            }
        }
        put(strategy, more);
        SortedMap<StrategyId, NetQuantity> before = new TreeMap<>(byStrategy);
        settle(more);
        return byStrategy.isEmpty() ? before : Collections.emptySortedMap();
    }

    void book(Adjustment adjustment) {
        NetQuantity more = adjustment.quantity();
        switch (adjustment.kind()) {
            case FEE -> fee(adjustment.orderId(), more);
            case SPLIT, DIVIDEND, SYMBOL_CHANGE -> share(more, byStrategy, holdings().total());
            case TRANSFER, ASSIGNMENT, INTEREST, OTHER -> add(null, more);
        }
    }

    /** Returns the strategy whose order a fee names; null for any other adjustment. */
    @Nullable StrategyId payer(Adjustment fee) {
        return fee.kind() == AdjustmentKind.FEE && fee.orderId() != null
                ? ofOrder.get(fee.orderId())
                : null;
    }

    /** A fee follows its order; one of which that is not known follows what each has bought. */
    private void fee(@Nullable BrokerOrderId order, NetQuantity more) {
        if (order == null) {
            share(more, bought, boughtInAll);
        } else {
            add(ofOrder.get(order), more);
        }
    }

    /** To each as much as his part of the whole, cut off; the rest belongs to none. */
    private void share(NetQuantity more, Map<StrategyId, NetQuantity> parts, NetQuantity whole) {
        NetQuantity rest = more;
        for (Map.Entry<StrategyId, NetQuantity> part : Map.copyOf(parts).entrySet()) {
            NetQuantity mine = whole.flat() ? NetQuantity.FLAT : of(more, part.getValue(), whole);
            byStrategy.merge(part.getKey(), mine, NetQuantity::plus);
            rest = new NetQuantity(rest.value().subtract(mine.value()));
        }
        add(null, rest);
    }

    private static NetQuantity of(NetQuantity more, NetQuantity part, NetQuantity whole) {
        BigDecimal mine =
                more.value()
                        .multiply(part.value())
                        .divide(whole.value(), Quantity.MAX_DECIMALS, RoundingMode.DOWN);
        return new NetQuantity(mine);
    }

    private void add(@Nullable StrategyId strategy, NetQuantity more) {
        put(strategy, more);
        if (strategy == null) {
            settle(more);
        }
    }

    private void put(@Nullable StrategyId strategy, NetQuantity more) {
        if (strategy == null) {
            unassigned = unassigned.plus(more);
        } else {
            byStrategy.merge(strategy, more, NetQuantity::plus);
        }
    }

    /**
     * If the account is flat and orders without a strategy have a part in that, they have closed
     * what the parts of strategies still hold.
     */
    private void settle(NetQuantity more) {
        if (!more.flat() && !unassigned.flat() && holdings().total().flat()) {
            byStrategy.clear();
            unassigned = NetQuantity.FLAT;
        }
    }

    StrategyHoldings holdings() {
        return new StrategyHoldings(byStrategy, unassigned);
    }
}
