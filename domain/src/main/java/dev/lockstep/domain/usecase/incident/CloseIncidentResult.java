package dev.lockstep.domain.usecase.incident;

import dev.lockstep.domain.incident.Incident;

/** The result of a request to close an incident. */
public sealed interface CloseIncidentResult {
    /**
     * It is closed.
     *
     * @param incident the closed incident
     */
    record Closed(Incident incident) implements CloseIncidentResult {}

    /**
     * It stays open.
     *
     * @param incident the open incident
     * @param text why it stays open, and what to do
     */
    record StaysOpen(Incident incident, String text) implements CloseIncidentResult {}

    /** No open incident has this number. */
    record NotOpen() implements CloseIncidentResult {}
}
