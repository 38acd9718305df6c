package dev.lockstep.simulation.check;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Remainder;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks whether an exit has opened a position, or may open one because its entry was busted. */
final class ExitChecks {
    /** As long as a bust may be unknown to a process that runs, and a cancel may take. */
    private static final long BUST_KNOWN_NANOS = Duration.ofMinutes(1).toNanos();

    private final Findings findings;
    private final long bustKnownNanos;

    /**
     * The checks of a run.
     *
     * @param longestFreeze the longest time for which a process was stopped
     */
    ExitChecks(Findings findings, Duration longestFreeze) {
        this.findings = findings;
        this.bustKnownNanos = BUST_KNOWN_NANOS + longestFreeze.toNanos();
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
                        execution.atNanos() - bust.atNanos() <= bustKnownNanos
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
        List<LedgerOrder> exits = new ArrayList<>();
        BigDecimal left = entry.cumQty().value();
        for (Order exit : findings.orders()) {
            Optional<LedgerOrder> there = findings.there(exit);
            if (there.isPresent()
                    && exit.parent() != null
                    && parents.contains(exit.parent())
                    && exit.terms().side() != entry.terms().side()) {
                left = left.subtract(filled(there.get()));
                exits.add(there.get());
            }
        }
        BigDecimal working = working(exits);
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
        BigDecimal working =
                working(
                        findings.ledger().stream()
                                .filter(there -> there.symbol().equals(symbol))
                                .filter(there -> there.side().equals(exits))
                                .filter(there -> findings.ours(there).isPresent())
                                .toList());
        BigDecimal held = findings.repository().holdings().of(new Symbol(symbol)).value();
        return working.compareTo(exits.equals("sell") ? held : held.negate()) <= 0;
    }

    /**
     * What these exits of ours may trade. Those that end each other at the exchange count once, and
     * not at all while the exchange holds them back altogether: their entry has not traded, or what
     * they are linked to was replaced elsewhere, and to cancel one would cancel that order, too.
     */
    private static BigDecimal working(List<LedgerOrder> exits) {
        return exits.stream()
                .filter(ExitChecks::open)
                .collect(Collectors.groupingBy(ExitChecks::group))
                .values()
                .stream()
                .filter(group -> group.stream().anyMatch(exit -> !exit.status().equals("held")))
                .map(ExitChecks::largest)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static UUID group(LedgerOrder there) {
        return there.parent() == null ? there.id() : there.parent();
    }

    private static BigDecimal largest(List<LedgerOrder> group) {
        return group.stream()
                .filter(there -> there.qty() != null)
                .map(there -> Objects.requireNonNull(there.qty()).subtract(there.filledQty()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static boolean open(LedgerOrder there) {
        return !OrderChecks.status(there.status()).closed();
    }
}
