package dev.lockstep.simulation.check;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.simulation.actor.RandomTerms;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Checks each arriving buy order against the budget of its strategy and its limit for a position:
 * what the strategy holds and what its buy orders that were stored before it may still buy, at the
 * lowest price since a minute before it was stored.
 */
final class StrategyBudget {
    private static final BigDecimal NONE = new BigDecimal("1e12");

    private final MarketPlace market;
    private final StrategyBook book;
    private final Map<String, Gate> gates = new HashMap<>();

    /** The state when an order was stored as an intent to be sent. */
    private record Gate(
            int number,
            StrategyId strategy,
            BigDecimal limit,
            BigDecimal positionLimit,
            Map<String, BigDecimal> lowest,
            Set<String> open) {}

    StrategyBudget(MarketPlace market, StrategyBook book) {
        this.market = market;
        this.book = book;
    }

    /** An order was stored as one to be sent. */
    void stored(Order order) {
        StrategyId strategy = order.terms().strategy();
        if (strategy == null || order.terms().side() != Side.BUY) {
            return;
        }
        Optional<BigDecimal> budget = book.budget(strategy);
        Map<String, BigDecimal> lowest = new HashMap<>();
        symbols().forEach(symbol -> lowest.put(symbol, market.lowestPrice(symbol)));
        Set<String> open = new HashSet<>();
        market.orders().stream()
                .filter(StrategyBudget::open)
                .forEach(each -> open.add(each.clientOrderId()));
        gates.put(
                order.clientOrderId().value(),
                new Gate(
                        gates.size(),
                        strategy,
                        budget.orElse(NONE),
                        book.positionLimit(strategy).orElse(NONE),
                        lowest,
                        open));
    }

    /** Returns the violation of an arriving order that opens a position and replaces none. */
    Optional<Violation> arrived(LedgerOrder newest) {
        Gate gate = gates.get(newest.clientOrderId());
        if (gate == null
                || (gate.limit().compareTo(NONE) == 0 && gate.positionLimit().compareTo(NONE) == 0)
                || newest.replaces() != null
                || !opens(newest, gate)) {
            return Optional.empty();
        }
        BigDecimal position = used(newest.symbol(), newest, gate);
        BigDecimal used =
                symbols().stream()
                        .map(symbol -> used(symbol, newest, gate))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return used.compareTo(gate.limit()) <= 0 && position.compareTo(gate.positionLimit()) <= 0
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                Invariant.LIMITS_HOLD,
                                LedgerText.of(newest)
                                        + " came in, strategy "
                                        + gate.strategy()
                                        + " may use $"
                                        + gate.limit()
                                        + ", $"
                                        + gate.positionLimit()
                                        + " of it in one instrument, and would use $"
                                        + used
                                        + ", $"
                                        + position
                                        + " of it in this one"));
    }

    /** The newest order may have traded on arrival already. */
    private boolean opens(LedgerOrder newest, Gate gate) {
        LimitScope scope = book.scope(gate.strategy());
        return symbols().stream().allMatch(scope::judged)
                && scope.held(newest.symbol()).subtract(newest.filledQty()).signum() >= 0;
    }

    private BigDecimal used(String symbol, LedgerOrder newest, Gate gate) {
        BigDecimal lowest =
                gate.lowest().getOrDefault(symbol, BigDecimal.ZERO).min(market.lowestPrice(symbol));
        Map<UUID, LedgerOrder> byId = market.ordersById();
        BigDecimal quantity = book.scope(gate.strategy()).held(symbol);
        for (LedgerOrder order : byId.values()) {
            if (order.symbol().equals(symbol)
                    && (order.id().equals(newest.id()) || counts(order, byId, gate))) {
                quantity = quantity.add(PositionValueLimit.leaves(order, lowest));
            }
        }
        return quantity.max(BigDecimal.ZERO).multiply(lowest);
    }

    private boolean counts(LedgerOrder order, Map<UUID, LedgerOrder> byId, Gate newest) {
        Gate stored = gates.get(order.clientOrderId());
        return open(order)
                && order.side().equals("buy")
                && order.parent() == null
                && stored != null
                && newest.strategy().equals(book.strategy(order, byId))
                && (newest.open().contains(order.clientOrderId())
                        || stored.number() < newest.number());
    }

    private static List<String> symbols() {
        return RandomTerms.SHARES.stream().map(symbol -> symbol.value()).toList();
    }

    private static boolean open(LedgerOrder order) {
        return !OrderChecks.status(order.status()).closed();
    }
}
