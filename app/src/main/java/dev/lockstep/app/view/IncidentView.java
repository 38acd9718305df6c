package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Incidents, for people and as JSON. */
public final class IncidentView {
    private IncidentView() {}

    /** Returns the table for people. */
    public static Table table() {
        return new Table("number", "kind", "subject", "opened", "closed", "");
    }

    /** Adds a line to the table. */
    public static void addRow(Table table, Incident incident) {
        Instant closedAt = incident.closedAt();
        table.row(
                incident.number(),
                OrderView.word(incident.kind()),
                incident.subject(),
                incident.openedAt(),
                closedAt == null ? "" : closedAt,
                incident.open()
                        ? incident.text() + acknowledged(incident.acknowledgement())
                        : incident.text() + " (" + incident.resolution() + ")");
    }

    private static String acknowledged(@Nullable Acknowledgement by) {
        return by == null ? "" : " (acknowledged by " + by.by() + ": " + by.reason() + ")";
    }

    /** Returns the JSON for programs. */
    public static ObjectNode json(Incident incident) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Instant closedAt = incident.closedAt();
        node.put("number", incident.number());
        node.put("kind", incident.kind().name());
        node.put("subject", incident.subject());
        node.put("text", incident.text());
        node.put("openedAt", incident.openedAt().toString());
        node.put("closedAt", closedAt == null ? null : closedAt.toString());
        node.put("resolution", incident.resolution());
        Acknowledgement by = incident.acknowledgement();
        node.put("acknowledgedBy", by == null ? null : by.by());
        node.put("acknowledgedReason", by == null ? null : by.reason());
        node.put("acknowledgedAt", by == null ? null : by.at().toString());
        return node;
    }
}
