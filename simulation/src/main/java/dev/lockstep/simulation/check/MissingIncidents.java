package dev.lockstep.simulation.check;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** Asks for an open incident of each problem that the exchange's ledger shows. */
final class MissingIncidents {
    private final Findings findings;
    private final UnprotectedPositions unprotected;
    private final List<Incident> open;

    MissingIncidents(Findings findings, OrderTimes times, List<Incident> open) {
        this.findings = findings;
        this.unprotected = new UnprotectedPositions(findings, times);
        this.open = open;
    }

    void check() {
        require(
                !findings.market().hasOptions() || has(IncidentKind.UNREADABLE_AT_BROKER),
                IncidentKind.UNREADABLE_AT_BROKER,
                "the account holds an option");
        findings.ledger().stream()
                .filter(MissingIncidents::open)
                .filter(there -> findings.ours(there).isEmpty())
                .forEach(there ->
                        require(
                                has(IncidentKind.EXTERNAL_ORDER),
                                IncidentKind.EXTERNAL_ORDER,
                                LedgerText.of(there)));
        findings.market().positions().forEach(this::position);
        findings.ledger().forEach(this::resized);
        findings.market().executions().stream()
                .filter(ObservedExecution::bust)
                .forEach(this::busted);
    }

    private void position(String symbol, BigDecimal there) {
        BigDecimal here = findings.repository().holdings().of(new Symbol(symbol)).value();
        require(
                here.compareTo(there) == 0 || has(IncidentKind.POSITION_MISMATCH, symbol),
                IncidentKind.POSITION_MISMATCH,
                symbol + ": ours " + here + ", the broker's " + there);
        BigDecimal value = there.abs().multiply(findings.market().price(symbol));
        require(
                value.compareTo(findings.promises().positionValueLimit()) <= 0
                        || has(IncidentKind.POSITION_TOO_LARGE, symbol),
                IncidentKind.POSITION_TOO_LARGE,
                symbol + " is worth $" + value);
        if (here.signum() * there.signum() > 0) {
            unprotected
                    .missingStop(symbol, there)
                    .ifPresent(stop ->
                            require(
                                    has(IncidentKind.UNPROTECTED_POSITION, symbol),
                                    IncidentKind.UNPROTECTED_POSITION,
                                    there + " " + symbol + " is held, and its stop is " + stop));
        }
    }

    private void resized(LedgerOrder there) {
        if (open(there) && findings.promises().resized().contains(there.id().toString())) {
            findings.ours(there)
                    .ifPresent(ours ->
                            require(
                                    has(IncidentKind.ORDER_CHANGED_AT_BROKER, ours.id().value()),
                                    IncidentKind.ORDER_CHANGED_AT_BROKER,
                                    ours.id() + " is " + LedgerText.of(there)));
        }
    }

    private void busted(ObservedExecution bust) {
        findings.ours(bust)
                .ifPresent(ours ->
                        require(
                                has(
                                        IncidentKind.EXECUTION_CORRECTED,
                                        incident ->
                                                incident.text().contains(bust.orderId())
                                                        || incident.text()
                                                                .contains(ours.id().value())),
                                IncidentKind.EXECUTION_CORRECTED,
                                ours.id() + ": " + bust));
    }

    private boolean has(IncidentKind kind) {
        return has(kind, _ -> true);
    }

    private boolean has(IncidentKind kind, String subject) {
        return has(kind, incident -> incident.subject().equals(subject));
    }

    private boolean has(IncidentKind kind, Predicate<Incident> which) {
        return open.stream().filter(incident -> incident.kind() == kind).anyMatch(which);
    }

    private void require(boolean holds, IncidentKind kind, String text) {
        findings.require(holds, Invariant.INCIDENT_MISSING, "no " + kind + ": " + text);
    }

    private static boolean open(LedgerOrder there) {
        return !OrderChecks.status(there.status()).closed();
    }
}
