package dev.lockstep.domain.audit;

/**
 * The hash of an event and all events before it.
 *
 * @param value a SHA-256 as 64 hexadecimal digits in lower case; any text in a damaged store
 */
public record EventHash(String value) {
    private static final int DIGITS = 64;

    /** The predecessor of the first event. */
    public static final EventHash START = new EventHash("0".repeat(DIGITS));

    @Override
    public String toString() {
        return value;
    }
}
