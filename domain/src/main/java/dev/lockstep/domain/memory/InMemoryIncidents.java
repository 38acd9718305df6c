package dev.lockstep.domain.memory;

import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.store.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Incidents kept in memory; safe for use by several threads. */
public final class InMemoryIncidents implements Incidents {
    private final NavigableMap<Long, Incident> incidents = new TreeMap<>();

    /** None yet. */
    public InMemoryIncidents() {}

    @Override
    public synchronized Incident open(IncidentKind kind, String subject, String text, Instant at) {
        Incident open =
                known(kind, subject)
                        .map(known -> known.seenAs(text))
                        .orElseGet(() ->
                                Incident.opened(incidents.size() + 1, kind, subject, text, at));
        incidents.put(open.number(), open);
        return open;
    }

    @Override
    public synchronized Optional<Incident> close(
            IncidentKind kind, String subject, String how, Instant at) {
        Optional<Incident> closed = known(kind, subject).map(known -> known.closed(how, at));
        closed.ifPresent(incident -> incidents.put(incident.number(), incident));
        return closed;
    }

    @Override
    public synchronized Optional<Incident> acknowledge(
            long number, Acknowledgement acknowledgement) {
        Optional<Incident> acknowledged =
                Optional.ofNullable(incidents.get(number))
                        .filter(Incident::open)
                        .map(known -> known.acknowledged(acknowledgement));
        acknowledged.ifPresent(incident -> incidents.put(number, incident));
        return acknowledged;
    }

    @Override
    public synchronized Optional<Incident> closeByHand(Incident known, Acknowledgement by) {
        Optional<Incident> closed =
                findOpen(known.number()).filter(known::equals).map(open -> open.closedByHand(by));
        closed.ifPresent(incident -> incidents.put(incident.number(), incident));
        return closed;
    }

    @Override
    public synchronized Optional<Incident> findOpen(long number) {
        return Optional.ofNullable(incidents.get(number)).filter(Incident::open);
    }

    @Override
    public synchronized List<Incident> list(IncidentQuery query) {
        Long before = query.before();
        return (before == null ? incidents : incidents.headMap(before, false))
                .descendingMap().values().stream()
                        .filter(incident -> incident.open() || !query.openOnly())
                        .limit(query.limit())
                        .toList();
    }

    private Optional<Incident> known(IncidentKind kind, String subject) {
        return incidents.values().stream()
                .filter(Incident::open)
                .filter(incident -> incident.kind() == kind && incident.subject().equals(subject))
                .findFirst();
    }
}
