package dev.lockstep.domain.usecase.incident;

import dev.lockstep.domain.incident.Acknowledgement;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.usecase.executions.BustedExits;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Closes an incident by decision of a person, with a reason.
 *
 * <p>Only an incident that reports something that happened is closed: an order that was lost, an
 * execution that was corrected, an entry of the account's history that cannot be read. The others
 * report a condition, and the check that opened one closes it as soon as the condition is over;
 * while it is open the condition holds, and it can be acknowledged.
 */
public final class CloseIncident {
    private static final String ACTIVITY = UnreadableItem.Kind.ACTIVITY.noun() + " ";

    private final Incidents incidents;
    private final BustedExits bustedExits;
    private final InstantSource clock;

    /**
     * Builds the use case on its ports.
     *
     * @param bustedExits finds the exits that an open correction makes smaller
     */
    public CloseIncident(Incidents incidents, BustedExits bustedExits, InstantSource clock) {
        this.incidents = incidents;
        this.bustedExits = bustedExits;
        this.clock = clock;
    }

    /** Returns whether incidents of this kind and subject are closed by persons. */
    public static boolean byHand(Incident incident) {
        return switch (incident.kind()) {
            case LOST_ORDER, EXECUTION_CORRECTED -> true;
            case UNREADABLE_AT_BROKER -> incident.subject().startsWith(ACTIVITY);
            case POSITION_MISMATCH,
                    POSITION_TOO_LARGE,
                    FILL_MISMATCH,
                    UNPROTECTED_POSITION,
                    FLATTEN_UNFINISHED,
                    CANCEL_UNFINISHED,
                    POSITION_NOT_CLOSED,
                    EXTERNAL_ORDER,
                    ACCOUNT_RESTRICTED,
                    ORDER_REOPENED,
                    ORDER_CHANGED_AT_BROKER,
                    ORDER_EXCEEDS_REQUEST,
                    SYNC_STALE,
                    ORDER_UNRESOLVED,
                    CHANGE_UNCONFIRMED,
                    ORDER_MISSING,
                    BROKER_ORDER_CONFLICT,
                    CLOCK_STEP,
                    ORDER_LATE,
                    JOURNAL_GROWS,
                    TLS_CERTIFICATE,
                    REFUSED_REPEATEDLY,
                    NOTIFICATIONS_FAIL ->
                    false;
        };
    }

    /**
     * Closes the open incident of a number.
     *
     * @param by its author, 1 to 64 printable characters
     * @param reason the reason, 1 to 500 printable characters
     */
    public CloseIncidentResult close(long number, String by, String reason) {
        Acknowledgement decision = new Acknowledgement(by, reason, clock.instant());
        Optional<Incident> known = incidents.findOpen(number);
        if (known.isEmpty()) {
            return new CloseIncidentResult.NotOpen();
        }
        Incident incident = known.get();
        Optional<String> obstacle = obstacle(incident);
        if (obstacle.isPresent()) {
            return new CloseIncidentResult.StaysOpen(incident, obstacle.get());
        }
        return incidents
                .closeByHand(incident, decision)
                .<CloseIncidentResult>map(CloseIncidentResult.Closed::new)
                .orElseGet(() -> changed(number));
    }

    private CloseIncidentResult changed(long number) {
        return incidents
                .findOpen(number)
                .<CloseIncidentResult>map(now ->
                        new CloseIncidentResult.StaysOpen(
                                now,
                                named(now) + " has just changed. Read it again, then close it."))
                .orElseGet(CloseIncidentResult.NotOpen::new);
    }

    private Optional<String> obstacle(Incident incident) {
        if (!byHand(incident)) {
            return Optional.of(
                    named(incident)
                            + " stays open while the problem lasts, and closes by itself after"
                            + " that. Acknowledge it to accept it as it is.");
        }
        return incident.kind() == IncidentKind.EXECUTION_CORRECTED && !bustedExits.find().isEmpty()
                ? Optional.of(
                        named(incident)
                                + " stays open while exits of a busted trade work: Lockstep keeps"
                                + " them within the position. Cancel them first, or acknowledge"
                                + " it.")
                : Optional.empty();
    }

    private static String named(Incident incident) {
        return "Incident " + incident.number();
    }
}
