package dev.lockstep.domain.notification;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.value.ShownValue;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which changes of incidents and restrictions are notifications: an incident that opens or
 * closes, and a halt that begins or ends. A request to close every position or to cancel every
 * external order is not one; the halt that it comes with is.
 */
public final class RecordNotifications {
    private RecordNotifications() {}

    /**
     * Returns the notification of a change of an incident, if it is one.
     *
     * @param incident the incident after the change
     * @param first whether it was new
     */
    public static Optional<Notification> of(Incident incident, boolean first) {
        if (first) {
            return Optional.of(opened(incident));
        }
        return Optional.ofNullable(incident.closedAt())
                .map(at ->
                        new Notification(
                                "incident-" + incident.number() + "-cleared",
                                NotificationKind.INCIDENT_CLEARED,
                                at,
                                "Cleared: " + name(incident),
                                incident.resolution(),
                                fields(incident)));
    }

    private static Notification opened(Incident incident) {
        return new Notification(
                "incident-" + incident.number() + "-opened",
                kind(incident.kind()),
                incident.openedAt(),
                "Incident " + incident.number() + ": " + name(incident),
                incident.text(),
                fields(incident));
    }

    private static NotificationKind kind(IncidentKind kind) {
        return switch (kind) {
            case ORDER_UNRESOLVED -> NotificationKind.UNANSWERED;
            case SYNC_STALE -> NotificationKind.LOOP_STALE;
            default -> NotificationKind.INCIDENT;
        };
    }

    private static String name(Incident incident) {
        return ShownValue.of(incident.kind()).replace('_', ' ') + ", " + incident.subject();
    }

    private static Map<String, String> fields(Incident incident) {
        return Map.of(
                "incident", Long.toString(incident.number()),
                "incidentKind", ShownValue.of(incident.kind()),
                "subject", incident.subject());
    }

    /**
     * Returns the notification of a change of limits and restrictions, if it is one.
     *
     * @param seq the position of the change
     */
    public static Optional<Notification> of(long seq, RiskChange change) {
        return switch (change.step()) {
            case Step.SetLimit _, Step.ClearLimit _ -> Optional.empty();
            case Step.Restrict request when Restriction.REQUESTS.contains(request.source()) ->
                    Optional.empty();
            case Step.Lift(String request) when Restriction.REQUESTS.contains(request) ->
                    Optional.empty();
            case Step.Restrict restrict -> halt(seq, change, "Trading " + word(restrict), Map.of());
            case Step.Lift(String source) ->
                    resume(seq, change, "Restriction ended: " + source, Map.of());
            case Step.OfStrategy(var strategy, Step.Restrict _) ->
                    halt(
                            seq,
                            change,
                            "Strategy " + strategy.value() + " paused",
                            Map.of(Notification.STRATEGY, strategy.value()));
            case Step.OfStrategy(var strategy, Step.Lift _) ->
                    resume(
                            seq,
                            change,
                            "Strategy " + strategy.value() + " resumed",
                            Map.of(Notification.STRATEGY, strategy.value()));
            case Step.OfStrategy _ -> Optional.empty();
        };
    }

    private static String word(Step.Restrict restrict) {
        return ShownValue.of(restrict.state());
    }

    private static Optional<Notification> halt(
            long seq, RiskChange change, String title, Map<String, String> fields) {
        return Optional.of(
                new Notification(
                        "record-" + seq,
                        NotificationKind.HALT,
                        change.at(),
                        title + " by " + change.who(),
                        change.why(),
                        fields));
    }

    private static Optional<Notification> resume(
            long seq, RiskChange change, String title, Map<String, String> fields) {
        return Optional.of(
                new Notification(
                        "record-" + seq,
                        NotificationKind.RESUME,
                        change.at(),
                        title,
                        change.why(),
                        fields));
    }
}
