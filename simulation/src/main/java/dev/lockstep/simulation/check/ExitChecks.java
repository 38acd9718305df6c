package dev.lockstep.simulation.check;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Remainder;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Asks whether an exit has opened a position, or may open one because its entry was busted. */
final class ExitChecks {
    /** As long as a bust may be unknown here, and a cancel may take. */
    private static final long BUST_KNOWN_NANOS = Duration.ofMinutes(1).toNanos();

    private final Findings findings;

    ExitChecks(Findings findings) {
        this.findings = findings;
    }

    void check() {
        findings.market().executions().forEach(this::traded);
        busted().forEach(this::resting);
    }

    private void traded(ObservedExecution execution) {
        findings.ours(execution)
                .filter(this::isExit)
                .ifPresent(exit ->
                        findings.require(
                                !execution.opens()
                                        || findings.late(execution)
                                        || excused(execution, exit),
                                Invariant.EXITS_NEVER_OPEN,
                                "exit " + exit.id() + " traded " + execution));
    }

    /** It was requested as one, or took the place of one that was. */
    private boolean isExit(Order order) {
        Set<OrderId> seen = new HashSet<>();
        Order one = order;
        while (one != null && seen.add(one.id())) {
            if (findings.promises().exits().contains(one.id())) {
                return true;
            }
            OrderId before =
                    one.purpose() instanceof Remainder(OrderId larger) ? larger : one.replaces();
            one = before == null ? null : findings.of(before).orElse(null);
        }
        return false;
    }

    /**
     * An exit that works cannot know a bust at once, nor that the trade of another order was
     * busted: of that, another exit may be the smaller one.
     */
    private boolean excused(ObservedExecution execution, Order exit) {
        Set<String> entry = entry(exit);
        return findings.market().executions().stream()
                .filter(ObservedExecution::bust)
                .filter(bust -> bust.symbol().equals(execution.symbol()))
                .filter(bust -> bust.atNanos() <= execution.atNanos())
                .anyMatch(bust ->
                        execution.atNanos() - bust.atNanos() <= BUST_KNOWN_NANOS
                                || !entry.contains(bust.orderId()));
    }

    /** The ids at the exchange of the order that an exit is a child of. */
    private Set<String> entry(Order exit) {
        Set<String> ids = new HashSet<>();
        Optional.ofNullable(exit.parent())
                .flatMap(findings::of)
                .flatMap(findings::there)
                .ifPresent(there -> ids.add(there.id().toString()));
        for (LedgerOrder there : findings.ledger()) {
            if (there.replaces() != null && ids.contains(there.replaces().toString())) {
                ids.add(there.id().toString());
            }
        }
        return ids;
    }

    /** The orders whose last replacement has ended and lost an execution. */
    private List<Order> busted() {
        Set<String> busted = new HashSet<>();
        findings.market().executions().stream()
                .filter(ObservedExecution::bust)
                .forEach(bust -> busted.add(bust.orderId()));
        return findings.ledger().stream()
                .filter(there -> busted.contains(there.id().toString()))
                .filter(there -> !open(there) && there.replacedBy() == null)
                .flatMap(there -> findings.ours(there).stream())
                .toList();
    }

    private void resting(Order entry) {
        Set<OrderId> parents = findings.chain(entry);
        Map<UUID, BigDecimal> leaves = new HashMap<>();
        BigDecimal left = entry.cumQty().value();
        for (Order exit : findings.orders()) {
            Optional<LedgerOrder> there = findings.there(exit);
            if (there.isPresent()
                    && exit.parent() != null
                    && parents.contains(exit.parent())
                    && exit.terms().side() != entry.terms().side()) {
                left = left.subtract(filled(there.get()));
                add(leaves, there.get());
            }
        }
        BigDecimal working = sum(leaves);
        findings.require(
                working.compareTo(left.max(BigDecimal.ZERO)) <= 0 || covered(entry),
                Invariant.EXITS_NEVER_OPEN,
                "of " + entry.id() + " " + left + " is left, and exits of it work at " + working);
    }

    /** A replacement counts what the order before it traded. */
    private static BigDecimal filled(LedgerOrder there) {
        return there.replacedBy() == null ? there.filledQty() : BigDecimal.ZERO;
    }

    /** Exits of entries that were not busted may be the ones that are too large. */
    private boolean covered(Order entry) {
        String symbol = entry.terms().symbol().value();
        String exits = entry.terms().side().name().equals("BUY") ? "sell" : "buy";
        Map<UUID, BigDecimal> leaves = new HashMap<>();
        findings.ledger().stream()
                .filter(there -> there.symbol().equals(symbol) && there.side().equals(exits))
                .filter(there -> findings.ours(there).isPresent())
                .forEach(there -> add(leaves, there));
        BigDecimal held = findings.repository().holdings().of(new Symbol(symbol)).value();
        return sum(leaves).compareTo(exits.equals("sell") ? held : held.negate()) <= 0;
    }

    /** Orders that end each other at the exchange count once. */
    private void add(Map<UUID, BigDecimal> leaves, LedgerOrder there) {
        BigDecimal qty = there.qty();
        if (open(there) && qty != null && !heldByExternal(there)) {
            leaves.merge(
                    there.parent() == null ? there.id() : there.parent(),
                    qty.subtract(there.filledQty()),
                    BigDecimal::max);
        }
    }

    /**
     * It is held for an order that someone put elsewhere in the place of one of ours. To end one of
     * the two ends the other, and orders that are not ours are not changed.
     */
    private boolean heldByExternal(LedgerOrder there) {
        return there.status().equals("held")
                && findings.ledger().stream()
                        .filter(other ->
                                there.parent() != null && there.parent().equals(other.parent()))
                        .filter(other -> open(other) && !other.status().equals("held"))
                        .anyMatch(other -> findings.ours(other).isEmpty());
    }

    private static BigDecimal sum(Map<UUID, BigDecimal> leaves) {
        return leaves.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean open(LedgerOrder there) {
        return !OrderChecks.status(there.status()).closed();
    }
}
