package dev.lockstep.gateway.alpaca.stream;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * ULIDs of updates: the time in milliseconds, the position in the feed and a number within it, so
 * that they sort in sequence and a client can continue after one.
 */
public final class EventId {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_PER_DIGIT = 5;
    private static final int TIME_DIGITS = 10;
    private static final int SEQ_DIGITS = 12;
    private static final int NUMBER_DIGITS = 4;

    private EventId() {}

    /** Returns the id of an update. */
    public static String of(TradeUpdate update) {
        return digits(update.at().toEpochMilli(), TIME_DIGITS)
                + digits(update.seq(), SEQ_DIGITS)
                + digits(update.number(), NUMBER_DIGITS);
    }

    /** Returns whether an update comes after the one with this id. */
    public static boolean later(TradeUpdate update, String id) {
        String own = of(update).substring(TIME_DIGITS);
        return own.compareTo(id.substring(TIME_DIGITS).toUpperCase(Locale.ROOT)) > 0;
    }

    /** Returns the position in the feed of an id, empty if it is no id. */
    public static OptionalLong seq(String id) {
        if (id.length() != TIME_DIGITS + SEQ_DIGITS + NUMBER_DIGITS) {
            return OptionalLong.empty();
        }
        long seq = 0;
        for (char digit :
                id.substring(TIME_DIGITS, TIME_DIGITS + SEQ_DIGITS)
                        .toUpperCase(Locale.ROOT)
                        .toCharArray()) {
            int value = DIGITS.indexOf(digit);
            if (value < 0) {
                return OptionalLong.empty();
            }
            seq = seq << BITS_PER_DIGIT | value;
        }
        return OptionalLong.of(seq);
    }

    private static String digits(long value, int count) {
        char[] text = new char[count];
        long rest = value;
        for (int i = count - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & (DIGITS.length() - 1)));
            rest >>>= BITS_PER_DIGIT;
        }
        return new String(text);
    }
}
