package dev.lockstep.simulation.check;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.simulation.actor.RandomTerms;
import dev.lockstep.simulation.exchange.AccountWatch;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.schedule.WallClock;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Checks each arriving order that opens a position against the limits of daily loss and of margin.
 *
 * <p>The platform decides by answers of the exchange that are up to {@link #READ_BEFORE} old by the
 * machine's clock. So an order breaks a limit only where the loss had reached it for that whole
 * time before the order was stored, or where the cash had at no moment of that time paid for all
 * buy orders that were stored before it and are still open, and for itself: at their limits, or at
 * the lowest price since a minute before it was stored. An order is left out if the clock was set
 * within that time. A sale that opens a position breaks the limit of margin at any price.
 */
final class CapitalLimits {
    /** The maximum age of an answer by which an order is decided. */
    static final Duration READ_BEFORE = Duration.ofSeconds(5);

    private final MarketPlace market;
    private final LateOrders late;
    private final WallClock clock;
    private final AccountWatch account;
    private final LimitScope scope;
    private final Openings openings;
    private final Predicate<String> judged;
    private final Map<String, Gate> gates = new HashMap<>();
    private int numbers;

    /** The state when an order was stored as an intent to be sent. */
    private record Gate(
            int number,
            RiskLimits limits,
            boolean opens,
            BigDecimal smallestLoss,
            BigDecimal highestCash,
            Map<String, BigDecimal> lowest,
            Set<String> open) {}

    CapitalLimits(
            MarketPlace market,
            LateOrders late,
            WallClock clock,
            AccountWatch account,
            LimitScope scope,
            Openings openings,
            Predicate<String> judged) {
        this.market = market;
        this.late = late;
        this.clock = clock;
        this.account = account;
        this.scope = scope;
        this.openings = openings;
        this.judged = judged;
    }

    /** An order was stored as one to be sent. */
    void stored(Order order) {
        RiskLimits limits = scope.limits();
        boolean judges =
                scope.owns(order.clientOrderId().value())
                        && !clock.wasSetWithin(READ_BEFORE)
                        && (limits.of(RiskLimit.MaxDailyLoss.class).isPresent()
                                || limits.of(RiskLimit.NoMargin.class).isPresent());
        gates.put(
                order.clientOrderId().value(),
                new Gate(
                        numbers++,
                        limits,
                        judges && openings.opens(order),
                        judges ? scope.smallestLoss(READ_BEFORE) : BigDecimal.ZERO,
                        account.highestCash(READ_BEFORE),
                        lowestPrices(),
                        market.orders().stream()
                                .filter(CapitalLimits::open)
                                .map(LedgerOrder::clientOrderId)
                                .collect(Collectors.toSet())));
    }

    /** Returns the violations of an arriving order. */
    List<Violation> arrived(LedgerOrder newest) {
        Gate gate = gates.get(newest.clientOrderId());
        List<Violation> violations = new ArrayList<>();
        if (gate != null && gate.opens() && judged.test(newest.symbol())) {
            loss(newest, gate).ifPresent(violations::add);
            if (newest.replaces() == null) {
                margin(newest, gate).ifPresent(violations::add);
            }
        }
        return violations;
    }

    private Optional<Violation> loss(LedgerOrder newest, Gate gate) {
        return gate.limits()
                .of(RiskLimit.MaxDailyLoss.class)
                .map(limit -> limit.max().value())
                .filter(most -> gate.smallestLoss().compareTo(most) >= 0)
                .map(most ->
                        violation(
                                newest,
                                "had lost $"
                                        + gate.smallestLoss()
                                        + " and may lose less than $"
                                        + most));
    }

    private Optional<Violation> margin(LedgerOrder newest, Gate gate) {
        if (gate.limits().of(RiskLimit.NoMargin.class).isEmpty()) {
            return Optional.empty();
        }
        if (newest.side().equals("sell")) {
            return Optional.of(violation(newest, "may not borrow shares"));
        }
        List<LedgerOrder> buying =
                market.orders().stream()
                        .filter(order -> !order.id().equals(newest.id()) && counts(order, gate))
                        .toList();
        BigDecimal needed =
                buying.stream()
                        .map(order -> cost(order, order.filledQty(), gate))
                        .reduce(cost(newest, BigDecimal.ZERO, gate), BigDecimal::add);
        return needed.compareTo(gate.highestCash()) <= 0
                ? Optional.empty()
                : Optional.of(
                        violation(
                                newest,
                                "may not borrow, had at most $"
                                        + gate.highestCash()
                                        + " and needs $"
                                        + needed
                                        + " together with "
                                        + buying.stream().map(LedgerText::of).toList()));
    }

    private boolean counts(LedgerOrder order, Gate newest) {
        Gate stored = gates.get(order.clientOrderId());
        return open(order)
                && order.side().equals("buy")
                && order.parent() == null
                && stored != null
                && !late.contains(order.clientOrderId())
                && !market.falselyCanceled().contains(order.id().toString())
                && (newest.open().contains(order.clientOrderId())
                        || stored.number() < newest.number());
    }

    /** An order for dollars has no cost any more once it has begun to fill. */
    private BigDecimal cost(LedgerOrder order, BigDecimal filled, Gate gate) {
        BigDecimal qty = order.qty();
        if (qty == null) {
            BigDecimal dollars = order.notional();
            return dollars == null || filled.signum() > 0 ? BigDecimal.ZERO : dollars;
        }
        BigDecimal limit = order.limitPrice();
        BigDecimal lowest =
                gate.lowest()
                        .getOrDefault(order.symbol(), BigDecimal.ZERO)
                        .min(market.lowestPrice(order.symbol()));
        return qty.subtract(filled).multiply(limit == null ? lowest : limit);
    }

    private Map<String, BigDecimal> lowestPrices() {
        return RandomTerms.traded().stream()
                .collect(
                        Collectors.toMap(
                                Symbol::value, symbol -> market.lowestPrice(symbol.value())));
    }

    private Violation violation(LedgerOrder newest, String text) {
        return new Violation(
                Invariant.LIMITS_HOLD,
                LedgerText.of(newest) + " came in, " + scope.name() + " " + text);
    }

    private static boolean open(LedgerOrder order) {
        return !OrderChecks.status(order.status()).closed();
    }
}
