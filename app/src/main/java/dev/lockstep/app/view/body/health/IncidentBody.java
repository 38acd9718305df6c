package dev.lockstep.app.view.body.health;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.usecase.incident.CloseIncident;
import dev.lockstep.domain.value.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * A problem that needs attention.
 *
 * @param number its number
 * @param kind what kind of problem it is
 * @param subject the object, such as an order
 * @param text what happened
 * @param openedAt when it was found
 * @param closedAt when it ended, null while it is open
 * @param resolution how it ended, empty while it is open
 * @param closable whether it is open and a person closes it; the others close by themselves
 * @param acknowledgedBy the user who acknowledged or closed it; null if not acknowledged, or
 *     changed since
 * @param acknowledgedReason the reason
 * @param acknowledgedAt when it was acknowledged or closed by hand
 */
public record IncidentBody(
        long number,
        String kind,
        String subject,
        String text,
        String openedAt,
        @Nullable String closedAt,
        String resolution,
        boolean closable,
        @Nullable String acknowledgedBy,
        @Nullable String acknowledgedReason,
        @Nullable String acknowledgedAt) {

    /** Returns the fields of an incident. */
    public static IncidentBody of(Incident incident) {
        Acknowledgement by = incident.acknowledgement();
        return new IncidentBody(
                incident.number(),
                ShownValue.of(incident.kind()),
                incident.subject(),
                DenialText.readable(incident.text()),
                incident.openedAt().toString(),
                BodyText.of(incident.closedAt()),
                incident.resolution(),
                incident.open() && CloseIncident.byHand(incident),
                by == null ? null : by.by(),
                by == null ? null : by.reason(),
                by == null ? null : by.at().toString());
    }
}
