package dev.lockstep.domain.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The text of one event that is hashed; only one text can come of one event, and only one event of
 * one text.
 *
 * <p>It is UTF-8 and begins with the line {@code lockstep event 1}. Each field is a line {@code
 * name length:value}, where the length counts Unicode characters and the value may hold line ends:
 * first {@code seq}, the event's place in the chain from 1; then {@code previous}, the hash of the
 * event before it; for the first event of an order then the order's own part, which never changes,
 * each name led by {@code orders.}; then the event. Numbers are written in decimal, times as
 * nanoseconds since 1970 UTC. A field without a value is left out, so that a field of a later
 * release changes no hash of an older event.
 */
public final class EventText {
    private static final String FORMAT = "lockstep event 1\n";
    private static final int USUAL_CHARS = 1_024;
    private static final MessageDigest UNUSED = lookedUp();

    private final StringBuilder text = new StringBuilder(USUAL_CHARS);

    /**
     * Starts the text of an event.
     *
     * @param seq its position in the chain, from 1
     * @param previous the hash of the event before it
     */
    public EventText(long seq, EventHash previous) {
        text.append(FORMAT);
        field("seq", Long.toString(seq));
        field("previous", previous.value());
    }

    /** Adds a field; one without a value adds nothing. */
    public void field(String name, @Nullable String value) {
        if (value != null) {
            text.append(name)
                    .append(' ')
                    .append(value.codePointCount(0, value.length()))
                    .append(':')
                    .append(value)
                    .append('\n');
        }
    }

    /** Returns the hash of all that was added. */
    public EventHash hash() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return new EventHash(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Returns a copy: looking an algorithm up takes as long as hashing a short text. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("every Java can copy SHA-256", impossible);
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
