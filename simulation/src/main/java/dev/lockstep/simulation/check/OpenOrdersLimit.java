package dev.lockstep.simulation.check;

import dev.lockstep.domain.order.Order;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Checks each arriving order against the limit of open orders: together with the orders that were
 * open when it was stored and still are, or were stored before it and arrived meanwhile.
 *
 * <p>Each exit that the broker made of an order counts as one. An order that arrived so late that
 * it counted as never accepted is not counted, nor one that a false event reported as canceled, nor
 * an external one: for a while they cannot be known.
 */
final class OpenOrdersLimit {
    private final MarketPlace market;
    private final LimitScope scope;
    private final LateOrders late;
    private final Map<String, Gate> gates = new HashMap<>();

    /** The state when an order was stored as an intent to be sent. */
    private record Gate(int number, boolean opens, int limit, Set<String> open) {}

    OpenOrdersLimit(MarketPlace market, LimitScope scope, LateOrders late) {
        this.market = market;
        this.scope = scope;
        this.late = late;
    }

    /** An order was stored as one to be sent. */
    void stored(Order order) {
        if (!scope.owns(order.clientOrderId().value())) {
            return;
        }
        int most = scope.openOrdersLimit();
        gates.put(
                order.clientOrderId().value(),
                new Gate(
                        gates.size(),
                        most < Integer.MAX_VALUE
                                && opens(
                                        order.terms().side().name().equals("BUY"),
                                        scope.held(order.terms().symbol().value())),
                        most,
                        market.orders().stream()
                                .filter(OpenOrdersLimit::open)
                                .map(LedgerOrder::clientOrderId)
                                .collect(Collectors.toSet())));
    }

    /** Returns the violation of an arriving order that opens a position and replaces none. */
    Optional<Violation> arrived(LedgerOrder newest) {
        Gate gate = gates.get(newest.clientOrderId());
        if (gate == null
                || newest.replaces() != null
                || !gate.opens()
                || !scope.judged(newest.symbol())
                || !opens(newest)) {
            return Optional.empty();
        }
        Map<UUID, LedgerOrder> byId = market.ordersById();
        List<LedgerOrder> others =
                byId.values().stream()
                        .filter(order -> !order.id().equals(newest.id()))
                        .filter(order -> counts(order, root(order, byId), newest, gate))
                        .toList();
        return others.size() < gate.limit()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                Invariant.LIMITS_HOLD,
                                LedgerText.of(newest)
                                        + " came in, limit of "
                                        + scope.name()
                                        + " "
                                        + gate.limit()
                                        + ", beside "
                                        + others.stream().map(LedgerText::of).toList()));
    }

    /**
     * The order that its sender stored: an exit that the broker made counts from the moment at
     * which its entry was stored. What was made in the place of another order was stored itself.
     */
    static LedgerOrder root(LedgerOrder order, Map<UUID, LedgerOrder> byId) {
        LedgerOrder root = order;
        while (root.replaces() == null
                && root.parent() != null
                && byId.containsKey(root.parent())) {
            root = byId.getOrDefault(root.parent(), root);
        }
        return root;
    }

    private boolean counts(LedgerOrder order, LedgerOrder root, LedgerOrder newest, Gate gate) {
        Gate stored = gates.get(root.clientOrderId());
        return open(order)
                && stored != null
                && !late.contains(root.clientOrderId())
                && !market.falselyCanceled().contains(order.id().toString())
                && (root.id().equals(newest.id())
                        || gate.open().contains(order.clientOrderId())
                        || stored.number() < gate.number());
    }

    private static boolean open(LedgerOrder order) {
        return !OrderChecks.status(order.status()).closed();
    }

    /**
     * Returns whether an order opens a position, by the position before it, because it may have
     * traded on arrival.
     */
    private boolean opens(LedgerOrder order) {
        boolean buys = order.side().equals("buy");
        BigDecimal traded = order.filledQty();
        BigDecimal after = scope.held(order.symbol());
        return opens(buys, buys ? after.subtract(traded) : after.add(traded));
    }

    private static boolean opens(boolean buys, BigDecimal held) {
        return buys ? held.signum() >= 0 : held.signum() <= 0;
    }
}
