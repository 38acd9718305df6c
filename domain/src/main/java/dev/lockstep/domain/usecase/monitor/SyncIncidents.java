package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.sync.SyncFinding;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Maintains the incidents of findings of syncs. A recurring finding needs two syncs in a row,
 * because one may fall between an event and the update that follows it; a reopened order is found
 * once, and its incident stays until the order ends; one with a lower filled quantity is found
 * once, and the check of executions continues with it.
 */
public final class SyncIncidents {
    private static final List<IncidentKind> KINDS =
            List.of(IncidentKind.ORDER_CHANGED_AT_BROKER, IncidentKind.ORDER_EXCEEDS_REQUEST);

    private static final List<IncidentKind> FOUND_ONCE =
            List.of(
                    IncidentKind.LOST_ORDER,
                    IncidentKind.ORDER_REOPENED,
                    IncidentKind.FILL_MISMATCH);

    private final IncidentBook incidents;
    private final OrderRepository repository;
    private final Map<IncidentKind, ConfirmedTwice> before = new EnumMap<>(IncidentKind.class);

    public SyncIncidents(IncidentBook incidents, OrderRepository repository) {
        this.incidents = incidents;
        this.repository = repository;
        KINDS.forEach(kind -> before.put(kind, new ConfirmedTwice()));
    }

    /** Opens those that are found again, and closes those that are not found any more. */
    public void settle(List<SyncFinding> findings) {
        before.forEach((kind, confirmation) -> settle(kind, confirmation, texts(kind, findings)));
        FOUND_ONCE.forEach(kind ->
                texts(kind, findings).forEach((order, text) -> incidents.open(kind, order, text)));
        incidents.subjects(IncidentKind.ORDER_REOPENED).stream()
                .filter(this::ended)
                .forEach(order ->
                        incidents.close(IncidentKind.ORDER_REOPENED, order, "the order ended"));
    }

    private boolean ended(String order) {
        return repository
                .find(new OrderId(order))
                .map(found -> found.status().closed())
                .orElse(true);
    }

    private void settle(IncidentKind kind, ConfirmedTwice confirmation, Map<String, String> found) {
        Set<String> confirmed = new HashSet<>(confirmation.confirmed(found.keySet()));
        confirmed.addAll(incidents.subjects(kind));
        found.keySet().retainAll(confirmed);
        incidents.settle(kind, found, "the order ended, or it works as it was requested");
    }

    private static Map<String, String> texts(IncidentKind kind, List<SyncFinding> findings) {
        Map<String, String> texts = new TreeMap<>();
        findings.stream()
                .filter(finding -> finding.kind() == kind)
                .forEach(finding -> texts.put(finding.order().id().value(), finding.text()));
        return texts;
    }
}
