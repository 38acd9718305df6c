package dev.lockstep.domain.incident;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person must know of, from when it was first seen until it is over.
 *
 * @param number counts all incidents from 1
 * @param kind what is wrong
 * @param subject what it is about: a symbol, an order, the sync; 1 to 128 printable characters
 * @param text what was seen last, with the numbers, for a person; at most 1,000 characters are kept
 * @param openedAt when it was first seen
 * @param closedAt when it was over, null while it is open
 * @param resolution how it was over, empty while it is open
 * @param acknowledgement who accepted it as it is, null where nobody did or it has changed since
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

    /** An incident as it is when it is first seen. */
    public static Incident opened(
            long number, IncidentKind kind, String subject, String text, Instant at) {
        return new Incident(number, kind, subject, text, at, null, "", null);
    }

    /** The same incident as it is seen now; what has changed is acknowledged no more. */
    public Incident seenAs(String otherText) {
        Acknowledgement still = bounded(otherText).equals(text) ? acknowledgement : null;
        return new Incident(
                number, kind, subject, otherText, openedAt, closedAt, resolution, still);
    }

    /** The same incident, accepted as it is. */
    public Incident acknowledged(Acknowledgement by) {
        return new Incident(number, kind, subject, text, openedAt, closedAt, resolution, by);
    }

    /** The same incident, over. */
    public Incident closed(String how, Instant at) {
        return new Incident(number, kind, subject, text, openedAt, at, how, acknowledgement);
    }

    /** Whether it is not over. */
    public boolean open() {
        return closedAt == null;
    }

    /** The part of a text that an incident keeps. */
    public static String bounded(String text) {
        return text.length() <= MAX_TEXT_CHARS ? text : text.substring(0, MAX_TEXT_CHARS);
    }
}
