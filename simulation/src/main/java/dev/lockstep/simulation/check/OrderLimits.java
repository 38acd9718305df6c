package dev.lockstep.simulation.check;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.schedule.WallClock;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks each arriving order that opens a position against the limits of one order: its quantity,
 * its value at the lowest price since a minute before it was stored, and the number of orders that
 * were created within the window of the order rate, by the machine's clock, and arrived.
 *
 * <p>An order is left out where a position was held within the last two minutes that it would have
 * reduced: its sender may have known that one.
 */
final class OrderLimits {
    private final MarketPlace market;
    private final WallClock clock;
    private final LimitScope scope;
    private final Openings openings;
    private final Predicate<String> judged;
    private final Map<String, Gate> gates = new HashMap<>();
    private final List<Gate> arrived = new ArrayList<>();

    /** The state when an order was stored as an intent to be sent. */
    private record Gate(
            int number,
            Order order,
            RiskLimits limits,
            boolean opens,
            boolean evenClock,
            Instant at,
            BigDecimal lowest) {}

    OrderLimits(
            MarketPlace market,
            WallClock clock,
            LimitScope scope,
            Openings openings,
            Predicate<String> judged) {
        this.market = market;
        this.clock = clock;
        this.scope = scope;
        this.openings = openings;
        this.judged = judged;
    }

    /** An order was stored as one to be sent. */
    void stored(Order order) {
        if (!scope.owns(order.clientOrderId().value())) {
            return;
        }
        RiskLimits limits = scope.limits();
        Duration window =
                limits.of(RiskLimit.MaxOrderRate.class)
                        .map(RiskLimit.MaxOrderRate::window)
                        .orElse(Duration.ZERO);
        gates.put(
                order.clientOrderId().value(),
                new Gate(
                        gates.size(),
                        order,
                        limits,
                        openings.opens(order),
                        !clock.wasSetWithin(window.plus(Openings.POSITION_KNOWN)),
                        clock.instant(),
                        market.lowestPrice(order.terms().symbol().value())));
    }

    /** Returns the violations of an arriving order that replaces none. */
    List<Violation> arrived(LedgerOrder newest) {
        Gate gate = gates.get(newest.clientOrderId());
        if (gate == null) {
            return List.of();
        }
        arrived.add(gate);
        List<Violation> violations = new ArrayList<>();
        if (gate.opens() && newest.replaces() == null && judged.test(newest.symbol())) {
            quantity(newest, gate).ifPresent(violations::add);
            value(newest, gate).ifPresent(violations::add);
            rate(newest, gate).ifPresent(violations::add);
        }
        return violations;
    }

    private Optional<Violation> quantity(LedgerOrder newest, Gate gate) {
        return gate.limits()
                .of(RiskLimit.MaxOrderQty.class)
                .map(limit -> limit.max().value())
                .filter(most -> newest.qty() != null && newest.qty().compareTo(most) > 0)
                .map(most -> violation(newest, "may be of " + most));
    }

    private Optional<Violation> value(LedgerOrder newest, Gate gate) {
        BigDecimal price = gate.lowest().min(market.lowestPrice(newest.symbol()));
        if (newest.limitPrice() != null) {
            price = price.min(newest.limitPrice());
        }
        BigDecimal value =
                newest.qty() == null
                        ? Objects.requireNonNull(newest.notional(), "an order has an amount")
                        : newest.qty().multiply(price);
        return gate.limits()
                .of(RiskLimit.MaxOrderValue.class)
                .map(limit -> limit.max().value())
                .filter(most -> value.compareTo(most) > 0)
                .map(most -> violation(newest, "may be worth $" + most + " and is " + value));
    }

    /** Of the orders that arrived, those that were stored before this one. */
    private Optional<Violation> rate(LedgerOrder newest, Gate gate) {
        return gate.limits()
                .of(RiskLimit.MaxOrderRate.class)
                .filter(_ -> gate.evenClock())
                .filter(limit -> recent(gate, limit.window()) > limit.orders())
                .map(limit ->
                        violation(
                                newest,
                                "is one of "
                                        + recent(gate, limit.window())
                                        + ", and there may be "
                                        + limit.value()));
    }

    private long recent(Gate newest, Duration window) {
        return arrived.stream()
                .filter(gate -> gate.number() <= newest.number())
                .filter(gate -> gate.order().parent() == null)
                .filter(gate -> gate.order().createdAt().isAfter(newest.at().minus(window)))
                .count();
    }

    private Violation violation(LedgerOrder newest, String text) {
        return new Violation(
                Invariant.LIMITS_HOLD,
                LedgerText.of(newest) + " came in, " + scope.name() + ": it " + text);
    }
}
