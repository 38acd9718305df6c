package dev.lockstep.simulation.check;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What each strategy has ordered and traded, from the stored intents and the executions of the
 * exchange, and the rules of strategies as they were stored last.
 */
final class StrategyBook {
    /** A gain that is within every limit: runs are too short for a strategy's known loss. */
    private static final BigDecimal NOT_JUDGED = new BigDecimal("-1e12");

    private final MarketPlace market;
    private final Promises promises;
    private final LateOrders late;
    private final Map<String, StrategyId> ofOrder = new HashMap<>();
    private RiskRules rules = RiskRules.NONE;

    StrategyBook(MarketPlace market, Promises promises, LateOrders late) {
        this.market = market;
        this.promises = promises;
        this.late = late;
    }

    /** The rules were changed. */
    void changed(RiskRules after) {
        rules = after;
    }

    /**
     * An order was stored. An exit that waits locally opens nothing, though its entry has not
     * filled yet: {@code exits-never-open} judges it once it is sent.
     *
     * @return the violation of one that opens a part of a paused strategy
     */
    Optional<Violation> stored(Order order) {
        StrategyId strategy = order.terms().strategy();
        if (strategy == null) {
            return Optional.empty();
        }
        ofOrder.put(order.clientOrderId().value(), strategy);
        String symbol = order.terms().symbol().value();
        if (order.status() == OrderStatus.WAITING || !rules.of(strategy).restricts(null)) {
            return Optional.empty();
        }
        LimitScope scope = scope(strategy);
        boolean buys = order.terms().side() == Side.BUY;
        int held = scope.held(symbol).signum();
        boolean opens = buys ? held >= 0 : held <= 0;
        return opens && scope.judged(symbol)
                ? Optional.of(
                        new Violation(
                                Invariant.LIMITS_HOLD,
                                order + " was stored although its strategy is paused"))
                : Optional.empty();
    }

    /** Returns the limits of the account. */
    RiskLimits limits() {
        return rules.limits();
    }

    /**
     * Returns the most that a position of a strategy may be worth, in dollars; empty if not set.
     */
    Optional<BigDecimal> positionLimit(StrategyId strategy) {
        return rules.of(strategy)
                .limits()
                .of(RiskLimit.MaxPositionValue.class)
                .map(limit -> limit.max().value());
    }

    /** Returns the budget of a strategy in dollars; empty if it has none. */
    Optional<BigDecimal> budget(StrategyId strategy) {
        return rules.of(strategy)
                .limits()
                .of(RiskLimit.CapitalBudget.class)
                .map(limit -> limit.max().value());
    }

    /** Returns the strategy of an order at the exchange, null if it has none or is not known. */
    @Nullable StrategyId strategy(LedgerOrder order, Map<UUID, LedgerOrder> byId) {
        return ofOrder.get(OpenOrdersLimit.root(order, byId).clientOrderId());
    }

    LimitScope scope(StrategyId strategy) {
        return new LimitScope() {
            @Override
            public String name() {
                return "strategy " + strategy;
            }

            @Override
            public boolean owns(String clientOrderId) {
                return strategy.equals(ofOrder.get(clientOrderId));
            }

            @Override
            public int openOrdersLimit() {
                return rules.of(strategy)
                        .limits()
                        .of(RiskLimit.MaxOpenOrders.class)
                        .map(RiskLimit.MaxOpenOrders::max)
                        .orElse(Integer.MAX_VALUE);
            }

            @Override
            public RiskLimits limits() {
                return rules.of(strategy).limits();
            }

            @Override
            public boolean traded(ObservedExecution execution) {
                Map<UUID, LedgerOrder> byId = market.ordersById();
                LedgerOrder order = byId.get(UUID.fromString(execution.orderId()));
                return order != null && strategy.equals(strategy(order, byId));
            }

            @Override
            public BigDecimal held(String symbol) {
                return heldBy(strategy, symbol);
            }

            @Override
            public boolean judged(String symbol) {
                return !unclear(symbol);
            }

            @Override
            public BigDecimal smallestLoss(Duration span) {
                return NOT_JUDGED;
            }
        };
    }

    private BigDecimal heldBy(StrategyId strategy, String symbol) {
        Map<UUID, LedgerOrder> byId = market.ordersById();
        BigDecimal sum = BigDecimal.ZERO;
        for (ObservedExecution execution : market.executions()) {
            LedgerOrder order = byId.get(UUID.fromString(execution.orderId()));
            if (execution.symbol().equals(symbol)
                    && order != null
                    && strategy.equals(strategy(order, byId))) {
                sum = sum.add(execution.signedQty());
            }
        }
        return sum;
    }

    /** A trade of no strategy, or an order that is not known here, may have changed the parts. */
    private boolean unclear(String symbol) {
        Map<UUID, LedgerOrder> byId = market.ordersById();
        return promises.hasCorporateActions(symbol)
                || promises.isBusted(symbol)
                || byId.values().stream()
                        .filter(order -> order.symbol().equals(symbol))
                        .anyMatch(order ->
                                (strategy(order, byId) == null && order.filledQty().signum() > 0)
                                        || late.contains(order.clientOrderId())
                                        || market.falselyCanceled().contains(order.id().toString())
                                        || promises.touchedElsewhere()
                                                .contains(order.id().toString()));
    }
}
