package dev.lockstep.simulator.server.events;

import java.time.Instant;

/**
 * ULIDs of events: the time in milliseconds and a number that counts the events, so that they sort
 * in the order of their occurrence.
 */
final class EventId {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int BITS_PER_DIGIT = 5;
    private static final int TIME_DIGITS = 10;
    private static final int NUMBER_DIGITS = 16;

    private EventId() {}

    /** Returns the id of the event with this time and number. */
    static String of(Instant at, long number) {
        return digits(at.toEpochMilli(), TIME_DIGITS) + digits(number, NUMBER_DIGITS);
    }

    private static String digits(long value, int count) {
        char[] text = new char[count];
        long rest = value;
        for (int i = count - 1; i >= 0; i--) {
            text[i] = DIGITS[(int) (rest & (DIGITS.length - 1))];
            rest >>>= BITS_PER_DIGIT;
        }
        return new String(text);
    }
}
