package dev.lockstep.simulation.check;

import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.usecase.report.Health;
import dev.lockstep.simulation.process.PlatformProcess;
import java.util.List;
import java.util.stream.Collectors;

/** Asks whether the platform has come to rest: healthy, silent, and with an intact history. */
final class RestChecks {
    private static final int MOST_EVENTS = 80;
    private final Findings findings;
    private final OrderTimes times;
    private final PlatformProcess process;
    private final IncidentChecks incidents;

    RestChecks(
            Findings findings,
            OrderTimes times,
            PlatformProcess process,
            IncidentChecks incidents) {
        this.times = times;
        this.findings = findings;
        this.process = process;
        this.incidents = incidents;
    }

    void check(long lastEventBefore) {
        health();
        silence(lastEventBefore);
        audit();
    }

    private void health() {
        Health health = process.health().check();
        List<Incident> untrue =
                health.openIncidents().stream()
                        .filter(incident -> !incidents.isTrue(incident))
                        .toList();
        untrue.forEach(incident ->
                findings.require(
                        false,
                        Invariant.NO_UNTRUE_INCIDENT,
                        incident.kind()
                                + " "
                                + incident.subject()
                                + ": "
                                + incident.text()
                                + " | "
                                + incidents.facts(incident)));
        new MissingIncidents(findings, times, health.openIncidents()).check();
        boolean excused = !health.openIncidents().isEmpty();
        findings.require(
                health.fresh() && (excused || health.healthy()),
                Invariant.HEALTH_IS_GREEN,
                String.join("; ", health.problems()));
    }

    private void silence(long lastEventBefore) {
        long last = process.plainStores().feed().last();
        findings.require(
                last == lastEventBefore,
                Invariant.NOTHING_REPEATS,
                last
                        - lastEventBefore
                        + " changes of orders in the last minute: "
                        + changes(lastEventBefore));
        for (Order order : findings.orders()) {
            findings.require(
                    order.version() <= MOST_EVENTS,
                    Invariant.NOTHING_REPEATS,
                    order.id() + " has " + order.version() + " events");
        }
    }

    private String changes(long after) {
        return process.plainStores().feed().after(after, 5).stream()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    private void audit() {
        AuditVerdict verdict = process.plainStores().auditTrail().verify((_, _) -> {});
        findings.require(
                verdict instanceof AuditVerdict.Intact, Invariant.AUDIT_INTACT, verdict.toString());
        for (Order order : findings.orders()) {
            List<String> differences =
                    new Replay(order, findings.repository().history(order.id())).differences();
            findings.require(
                    differences.isEmpty(),
                    Invariant.AUDIT_INTACT,
                    order.id() + ": " + String.join(", ", differences));
        }
    }
}
