package dev.lockstep.domain.usecase;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.Incidents;
import dev.lockstep.domain.port.Incidents.IncidentQuery;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Keeps the incidents of a kind as they are seen now: opens new ones, closes those that are over.
 */
final class IncidentBook {
    private final Incidents incidents;
    private final InstantSource clock;
    private final Consumer<LoopEvent> events;

    IncidentBook(Incidents incidents, InstantSource clock, Consumer<LoopEvent> events) {
        this.incidents = incidents;
        this.clock = clock;
        this.events = events;
    }

    /** The subjects of the open incidents of this kind. */
    Set<String> subjects(IncidentKind kind) {
        return open(kind).keySet();
    }

    /**
     * Writes only what changed.
     *
     * @param seen the text of each subject
     * @param how how the others were over
     */
    void settle(IncidentKind kind, Map<String, String> seen, String how) {
        Map<String, Incident> open = open(kind);
        seen.forEach((subject, text) ->
                open(kind, subject, text, Optional.ofNullable(open.get(subject))));
        Set<String> over = new HashSet<>(open.keySet());
        over.removeAll(seen.keySet());
        over.forEach(subject -> close(kind, subject, how));
    }

    void open(IncidentKind kind, String subject, String text) {
        open(kind, subject, text, Optional.ofNullable(open(kind).get(subject)));
    }

    private void open(IncidentKind kind, String subject, String text, Optional<Incident> known) {
        if (known.isPresent() && known.get().text().equals(text)) {
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

    /** The newest page: of more than fit in it, old ones are told again and stay one incident. */
    private Map<String, Incident> open(IncidentKind kind) {
        return incidents.list(IncidentQuery.open()).stream()
                .filter(incident -> incident.kind() == kind)
                .collect(Collectors.toMap(Incident::subject, incident -> incident));
    }
}
