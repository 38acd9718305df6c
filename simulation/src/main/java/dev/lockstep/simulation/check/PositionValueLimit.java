package dev.lockstep.simulation.check;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds each buy order that comes in against the limit of a position's value: what the account
 * holds and all buy orders that were stored before it or with it may still buy, at the lowest price
 * since a minute before it was stored.
 *
 * <p>An instrument is left out where others trade it, where something else than a trade was booked,
 * or where an order of it came in so late that it counted as never accepted.
 */
final class PositionValueLimit {
    private final MarketPlace market;
    private final Promises promises;
    private final LateOrders late;
    private final Map<String, Gate> gates = new HashMap<>();

    /** The state when an order was stored as an intent to be sent. */
    private record Gate(
            int number, boolean opens, BigDecimal limit, BigDecimal lowest, Set<String> open) {}

    PositionValueLimit(MarketPlace market, Promises promises, LateOrders late) {
        this.market = market;
        this.promises = promises;
        this.late = late;
    }

    /** An order was stored as one to be sent. */
    void stored(Order order) {
        String symbol = order.terms().symbol().value();
        gates.put(
                order.clientOrderId().value(),
                new Gate(
                        gates.size(),
                        order.terms().side() == Side.BUY && held(symbol).signum() >= 0,
                        promises.positionValueLimit(),
                        market.lowestPrice(symbol),
                        market.orders().stream()
                                .filter(PositionValueLimit::open)
                                .map(LedgerOrder::clientOrderId)
                                .collect(Collectors.toSet())));
    }

    /** What an order that came in breaks. */
    Optional<Violation> arrived(LedgerOrder newest) {
        Gate gate = gates.get(newest.clientOrderId());
        String symbol = newest.symbol();
        if (gate == null
                || !gate.opens()
                || newest.replaces() != null
                || held(symbol).subtract(newest.filledQty()).signum() < 0
                || unclear(symbol)) {
            return Optional.empty();
        }
        List<LedgerOrder> buying =
                market.orders().stream()
                        .filter(order -> order.symbol().equals(symbol))
                        .filter(order -> order.id().equals(newest.id()) || counts(order, gate))
                        .toList();
        BigDecimal lowest = gate.lowest().min(market.lowestPrice(symbol));
        BigDecimal largest =
                buying.stream()
                        .map(order -> leaves(order, lowest))
                        .reduce(held(symbol), BigDecimal::add);
        return largest.multiply(lowest).compareTo(gate.limit()) <= 0
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                Invariant.LIMITS_HOLD,
                                LedgerText.of(newest)
                                        + " came in, the position may be worth $"
                                        + gate.limit()
                                        + " and would be "
                                        + largest
                                        + " at $"
                                        + lowest
                                        + ": "
                                        + buying.stream().map(LedgerText::of).toList()));
    }

    /** Returns whether Lockstep may not know the position, or what others do with it. */
    boolean unclear(String symbol) {
        return promises.hasCorporateActions()
                || promises.isBusted(symbol)
                || market.orders().stream()
                        .filter(order -> order.symbol().equals(symbol))
                        .anyMatch(order ->
                                late.contains(order.clientOrderId())
                                        || market.falselyCanceled().contains(order.id().toString())
                                        || promises.externalIds().contains(order.id().toString())
                                        || promises.touchedElsewhere()
                                                .contains(order.id().toString()));
    }

    private boolean counts(LedgerOrder order, Gate newest) {
        Gate stored = gates.get(order.clientOrderId());
        return open(order)
                && order.side().equals("buy")
                && order.parent() == null
                && stored != null
                && (newest.open().contains(order.clientOrderId())
                        || stored.number() < newest.number());
    }

    static BigDecimal leaves(LedgerOrder order, BigDecimal price) {
        if (!open(order)) {
            return BigDecimal.ZERO;
        }
        BigDecimal qty = order.qty();
        BigDecimal dollars = order.notional();
        if (qty == null) {
            return dollars == null || order.filledQty().signum() > 0
                    ? BigDecimal.ZERO
                    : dollars.divide(price, 9, RoundingMode.DOWN);
        }
        return qty.subtract(order.filledQty());
    }

    private static boolean open(LedgerOrder order) {
        return !OrderChecks.status(order.status()).closed();
    }

    private BigDecimal held(String symbol) {
        return market.positions().getOrDefault(symbol, BigDecimal.ZERO);
    }
}
