package dev.lockstep.domain.audit;

/**
 * What one event and all events before it come to.
 *
 * @param value a SHA-256 as 64 hexadecimal digits in lower case; in a damaged store it may be any
 *     text
 */
public record EventHash(String value) {
    private static final int DIGITS = 64;

    /** What the first event follows. */
    public static final EventHash START = new EventHash("0".repeat(DIGITS));

    @Override
    public String toString() {
        return value;
    }
}
