package dev.lockstep.app.view;

import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.value.ShownValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Incidents as a table. */
public final class IncidentView {
    private IncidentView() {}

    /** Returns an empty table of incidents. */
    public static Table table() {
        return new Table("number", "kind", "subject", "opened", "closed", "");
    }

    /** Adds a line to the table. */
    public static void addRow(Table table, Incident incident) {
        Instant closedAt = incident.closedAt();
        table.row(
                incident.number(),
                ShownValue.of(incident.kind()),
                incident.subject(),
                incident.openedAt(),
                closedAt == null ? "" : closedAt,
                DenialText.readable(incident.text())
                        + (incident.open()
                                ? acknowledged(incident.acknowledgement())
                                : " (" + incident.resolution() + ")"));
    }

    private static String acknowledged(@Nullable Acknowledgement by) {
        return by == null ? "" : " (acknowledged by " + by.by() + ": " + by.reason() + ")";
    }
}
