package dev.lockstep.simulation.check;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.usecase.pretrade.Refusals;
import dev.lockstep.domain.value.ShownValue;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Asks the exchange's ledger whether an open incident is true. */
final class IncidentChecks {
    private static final Set<String> STOPS = Set.of("stop", "stop_limit", "trailing_stop");

    private final Findings findings;
    private final boolean clockStepped;

    /**
     * The checks of one moment.
     *
     * @param clockStepped whether the machine's clock was set within the last minutes
     */
    IncidentChecks(Findings findings, boolean clockStepped) {
        this.findings = findings;
        this.clockStepped = clockStepped;
    }

    boolean isTrue(Incident incident) {
        String subject = incident.subject();
        return switch (incident.kind()) {
            case EXTERNAL_ORDER ->
                    findings.market().hasOptions()
                            || anyOpen(there -> findings.ours(there).isEmpty());
            case UNREADABLE_AT_BROKER -> findings.market().hasOptions();
            case UNPROTECTED_POSITION -> unprotected(subject);
            case CLOCK_STEP -> clockStepped;
            case ORDER_LATE -> passed(subject, OrderStatus.NEVER_ACCEPTED::equals);
            case ORDER_REOPENED ->
                    passed(subject, OrderStatus::closed)
                            && findings.of(new OrderId(subject))
                                    .flatMap(findings::there)
                                    .filter(IncidentChecks::open)
                                    .isPresent();
            case REFUSED_REPEATEDLY -> refused(subject);
            case EXECUTION_CORRECTED -> busted(incident.text());
            case POSITION_MISMATCH -> findings.others(subject).signum() != 0;
            case POSITION_NOT_CLOSED -> findings.held(subject);
            case ORDER_CHANGED_AT_BROKER -> resized(subject);
            case POSITION_TOO_LARGE -> tooLarge(subject);
            // The one on the option: the exchange does not know it and shows it all the same.
            case CANCEL_UNFINISHED -> findings.market().hasOptions();
            case FILL_MISMATCH,
                    FLATTEN_UNFINISHED,
                    ACCOUNT_RESTRICTED,
                    LOST_ORDER,
                    ORDER_EXCEEDS_REQUEST,
                    SYNC_STALE,
                    ORDER_UNRESOLVED,
                    CHANGE_UNCONFIRMED,
                    ORDER_MISSING,
                    BROKER_ORDER_CONFLICT,
                    JOURNAL_GROWS,
                    TLS_CERTIFICATE,
                    NOTIFICATIONS_FAIL ->
                    false;
        };
    }

    /** What the ledger says of an instrument. */
    String facts(Incident incident) {
        return "the broker holds "
                + findings.market().positions().get(incident.subject())
                + ", open there: "
                + findings.ledger().stream()
                        .filter(IncidentChecks::open)
                        .filter(there -> there.symbol().equals(incident.subject()))
                        .map(LedgerText::of)
                        .toList();
    }

    /** Whether a trade of the order that a text names was taken back. */
    private boolean busted(String text) {
        return findings.market().executions().stream()
                .filter(ObservedExecution::bust)
                .anyMatch(bust ->
                        text.contains(bust.orderId())
                                || findings.ours(bust)
                                        .filter(order -> text.contains(order.id().value()))
                                        .isPresent());
    }

    /** Whether the exchange made an order smaller that still works. */
    private boolean resized(String order) {
        return findings.of(new OrderId(order))
                .flatMap(findings::there)
                .filter(IncidentChecks::open)
                .map(there -> there.id().toString())
                .filter(findings.promises().resized()::contains)
                .isPresent();
    }

    private boolean passed(String order, Predicate<OrderStatus> status) {
        return findings.repository().history(new OrderId(order)).stream()
                .map(OrderEvent::state)
                .anyMatch(state -> status.test(state.status()));
    }

    /** By our own book: others may hold as much the other way. */
    private boolean unprotected(String symbol) {
        BigDecimal held = findings.repository().holdings().of(new Symbol(symbol)).value();
        String exit = held.signum() > 0 ? "sell" : "buy";
        return held.signum() != 0
                && !anyOpen(there ->
                        there.symbol().equals(symbol)
                                && there.side().equals(exit)
                                && STOPS.contains(there.type())
                                && findings.ours(there).isPresent());
    }

    /** The larger one of ours and the broker's counts. */
    private boolean tooLarge(String symbol) {
        BigDecimal ours = findings.repository().holdings().of(new Symbol(symbol)).value();
        BigDecimal there = findings.market().positions().getOrDefault(symbol, BigDecimal.ZERO);
        return ours.abs()
                        .max(there.abs())
                        .multiply(findings.market().price(symbol))
                        .compareTo(findings.promises().positionValueLimit())
                > 0;
    }

    /** A subject is a symbol, a side and a reason. */
    private boolean refused(String subject) {
        String[] words = subject.split(" ", 3);
        List<Order> refused =
                findings.orders().stream()
                        .filter(order -> order.status() == OrderStatus.REJECTED)
                        .filter(order -> order.terms().symbol().equals(new Symbol(words[0])))
                        .filter(order -> ShownValue.of(order.terms().side()).equals(words[1]))
                        .filter(order -> Refusals.reason(order).equals(words[2]))
                        .toList();
        return refused.size() >= Refusals.LIMIT;
    }

    private boolean anyOpen(Predicate<LedgerOrder> which) {
        return findings.ledger().stream().filter(IncidentChecks::open).anyMatch(which);
    }

    private static boolean open(LedgerOrder there) {
        return !OrderChecks.status(there.status()).closed();
    }
}
