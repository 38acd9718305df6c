package dev.lockstep.gateway.alpaca.stream;

import dev.lockstep.alpaca.stream.Ulid;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * ULIDs of updates: the time in milliseconds, the position in the feed and a number within it, so
 * that they sort in sequence and a client can continue after one.
 */
public final class UpdateId {
    private static final int SEQ_DIGITS = 12;
    private static final int NUMBER_DIGITS = 4;

    private UpdateId() {}

    /** Returns the id of an update. */
    public static String of(TradeUpdate update) {
        return Ulid.digits(update.at().toEpochMilli(), Ulid.TIME_DIGITS)
                + Ulid.digits(update.seq(), SEQ_DIGITS)
                + Ulid.digits(update.number(), NUMBER_DIGITS);
    }

    /** Returns whether an update comes after the one with this id. */
    public static boolean later(TradeUpdate update, String id) {
        String own = of(update).substring(Ulid.TIME_DIGITS);
        return own.compareTo(id.substring(Ulid.TIME_DIGITS).toUpperCase(Locale.ROOT)) > 0;
    }

    /** Returns the position in the feed of an id, empty if it is no id. */
    public static OptionalLong seq(String id) {
        if (id.length() != Ulid.TIME_DIGITS + SEQ_DIGITS + NUMBER_DIGITS) {
            return OptionalLong.empty();
        }
        return Ulid.number(id.substring(Ulid.TIME_DIGITS, Ulid.TIME_DIGITS + SEQ_DIGITS));
    }
}
