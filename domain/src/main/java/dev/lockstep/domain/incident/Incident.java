package dev.lockstep.domain.incident;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A problem that needs attention, from its first detection until it is over.
 *
 * @param number counts all incidents from 1
 * @param kind the kind of problem
 * @param subject what it is about: a symbol, an order, the sync; 1 to 128 printable characters
 * @param text the last finding, with the numbers; at most 1,000 characters are kept
 * @param openedAt when it was first detected
 * @param closedAt when it was over, null while it is open
 * @param resolution how it ended, empty while it is open
 * @param acknowledgement who acknowledged or closed it, null if it is not acknowledged or has
 *     changed since
 */
public record Incident(
        long number,
        IncidentKind kind,
        String subject,
        String text,
        Instant openedAt,
        @Nullable Instant closedAt,
        String resolution,
        @Nullable Acknowledgement acknowledgement) {
    private static final int MAX_SUBJECT_CHARS = 128;
    private static final int MAX_TEXT_CHARS = 1_000;

    public Incident {
        if (number < 1) {
            throw new InvalidValueException("number", number, ">= 1");
        }
        Text.printable("subject", subject, MAX_SUBJECT_CHARS);
        text = bounded(text);
        resolution = bounded(resolution);
    }

    /** Returns an incident as it is when it is first seen. */
    public static Incident opened(
            long number, IncidentKind kind, String subject, String text, Instant at) {
        return new Incident(number, kind, subject, text, at, null, "", null);
    }

    /** Returns the same incident as it is seen now; what has changed is acknowledged no more. */
    public Incident seenAs(String otherText) {
        Acknowledgement still = bounded(otherText).equals(text) ? acknowledgement : null;
        return new Incident(
                number, kind, subject, otherText, openedAt, closedAt, resolution, still);
    }

    /** Returns the same incident, accepted as it is. */
    public Incident acknowledged(Acknowledgement by) {
        return new Incident(number, kind, subject, text, openedAt, closedAt, resolution, by);
    }

    /** Returns the same incident, over. */
    public Incident closed(String how, Instant at) {
        return new Incident(number, kind, subject, text, openedAt, at, how, acknowledgement);
    }

    /** Returns the same incident, closed by a person, whose reason replaces an earlier one. */
    public Incident closedByHand(Acknowledgement by) {
        return acknowledged(by).closed("closed by " + by.by() + ": " + by.reason(), by.at());
    }

    /** Returns whether a person closed it. */
    public boolean closedByHand() {
        return closedAt != null && acknowledgement != null && closedAt.equals(acknowledgement.at());
    }

    /** Returns whether it is not over. */
    public boolean open() {
        return closedAt == null;
    }

    /** Returns the part of a text that an incident keeps. */
    public static String bounded(String given) {
        String text = Text.storable(given);
        return text.length() <= MAX_TEXT_CHARS ? text : text.substring(0, MAX_TEXT_CHARS);
    }
}
