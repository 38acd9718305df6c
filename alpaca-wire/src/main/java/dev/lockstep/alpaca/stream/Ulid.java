package dev.lockstep.alpaca.stream;

import java.util.Locale;
import java.util.OptionalLong;

/** The alphabet of ULIDs, the ids of server-sent events: digits of five bits that sort as text. */
public final class Ulid {
    /** The digits of the time in milliseconds, which come first. */
    public static final int TIME_DIGITS = 10;

    /** The digits after the time. */
    public static final int REST_DIGITS = 16;

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_PER_DIGIT = 5;

    private Ulid() {}

    /** Returns the last digits of a number. */
    public static String digits(long value, int count) {
        char[] text = new char[count];
        long rest = value;
        for (int i = count - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & (DIGITS.length() - 1)));
            rest >>>= BITS_PER_DIGIT;
        }
        return new String(text);
    }

    /** Returns the number of digits in upper or lower case, empty if one of them is no digit. */
    public static OptionalLong number(String digits) {
        long number = 0;
        for (char digit : digits.toUpperCase(Locale.ROOT).toCharArray()) {
            int value = DIGITS.indexOf(digit);
            if (value < 0) {
                return OptionalLong.empty();
            }
            number = number << BITS_PER_DIGIT | value;
        }
        return OptionalLong.of(number);
    }
}
