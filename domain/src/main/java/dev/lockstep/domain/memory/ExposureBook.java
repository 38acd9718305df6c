package dev.lockstep.domain.memory;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows each order that is stored, for the exposure that a gate is shown: the versions of the
 * holdings and the trades of strategies. For one thread at a time.
 */
final class ExposureBook {
    private final OrdersById orders;
    private final InMemoryAdjustments adjustments;
    private final RuleBook ruleBook;
    private final StrategyTrades trades = new StrategyTrades();
    private final Map<Symbol, Long> holdingVersions = new HashMap<>();

    ExposureBook(OrdersById orders, InMemoryAdjustments adjustments, RuleBook ruleBook) {
        this.orders = orders;
        this.adjustments = adjustments;
        this.ruleBook = ruleBook;
    }

    /**
     * A version of an order was stored.
     *
     * @param before the version before it, null for a new order
     */
    void stored(@Nullable Order before, Order after) {
        Quantity traded = before == null ? Quantity.ZERO : before.cumQty();
        if (!after.cumQty().equals(traded)) {
            holdingVersions.merge(after.terms().symbol(), 1L, Long::sum);
        }
        trades.stored(before, after, orders.all(), adjustments.all());
    }

    /** Returns what the gate of an order is shown: little, where no rule and no exit needs more. */
    Exposure of(ConditionalInsert request) {
        RiskRules applying = applying(request);
        boolean held = request.intent().status() == OrderStatus.WAITING;
        return applying.none() && !held ? Exposure.under(applying) : whole(request);
    }

    /** Returns the whole exposure, whichever rules apply. */
    Exposure whole(ConditionalInsert request) {
        Symbol symbol = request.intent().terms().symbol();
        long version = holdingVersions.getOrDefault(symbol, 0L) + adjustments.changesOf(symbol);
        return new BookExposure(orders.all(), adjustments.all(), trades, request)
                .under(applying(request), version, bookVersion());
    }

    private RiskRules applying(ConditionalInsert request) {
        return ruleBook.rules().applyingTo(request.intent().terms().strategy());
    }

    private long bookVersion() {
        return holdingVersions.values().stream().reduce(0L, Long::sum) + adjustments.all().size();
    }
}
