package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reconciles the incidents of a kind with the current findings: opens new ones, closes those that
 * are over.
 */
public final class IncidentBook {
    private final Incidents incidents;
    private final InstantSource clock;
    private final Consumer<LoopEvent> events;

    public IncidentBook(Incidents incidents, InstantSource clock, Consumer<LoopEvent> events) {
        this.incidents = incidents;
        this.clock = clock;
        this.events = events;
    }

    /** Returns the subjects of the open incidents of this kind. */
    public Set<String> subjects(IncidentKind kind) {
        return open(kind).keySet();
    }

    /** Returns the text of each open incident of this kind, by subject. */
    Map<String, String> texts(IncidentKind kind) {
        return open(kind).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().text()));
    }

    /**
     * Writes only what changed.
     *
     * @param seen the text of each subject
     * @param how how the others were over
     */
    public void settle(IncidentKind kind, Map<String, String> seen, String how) {
        Map<String, Incident> open = open(kind);
        seen.forEach((subject, text) ->
                open(kind, subject, text, Optional.ofNullable(open.get(subject))));
        Set<String> over = new HashSet<>(open.keySet());
        over.removeAll(seen.keySet());
        over.forEach(subject -> close(kind, subject, how));
    }

    /** Opens an incident, or updates the text of one that is open. */
    public void open(IncidentKind kind, String subject, String text) {
        open(kind, subject, text, Optional.ofNullable(open(kind).get(subject)));
    }

    private void open(IncidentKind kind, String subject, String text, Optional<Incident> known) {
        if (known.isPresent() && known.get().text().equals(Incident.bounded(text))) {
            return;
        }
        Incident incident = incidents.open(kind, subject, text, clock.instant());
        if (known.isEmpty()) {
            events.accept(new LoopEvent.IncidentOpened(incident));
        }
    }

    void close(IncidentKind kind, String subject, String how) {
        incidents
                .close(kind, subject, how, clock.instant())
                .ifPresent(incident -> events.accept(new LoopEvent.IncidentClosed(incident)));
    }

    /** Returns all of them, however many pages they fill. */
    private Map<String, Incident> open(IncidentKind kind) {
        Map<String, Incident> open = new HashMap<>();
        IncidentQuery query = IncidentQuery.open();
        List<Incident> page;
        do {
            page = incidents.list(query);
            page.stream()
                    .filter(incident -> incident.kind() == kind)
                    .forEach(incident -> open.put(incident.subject(), incident));
            query = page.isEmpty() ? query : query.before(page.getLast().number());
        } while (page.size() == query.limit());
        return open;
    }
}
