package dev.lockstep.domain.order.id;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Our own name of an order: a version 7 UUID, so that ids sort by the time they were made.
 *
 * @param value 36 characters in lower case
 */
public record OrderId(String value) implements Comparable<OrderId> {
    /** The length of an id. */
    public static final int CHARS = 36;

    private static final int MILLIS_SHIFT = 16;
    private static final long VERSION_7 = 7L << 12;
    private static final long VARIANT = 2L << 62;
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    public OrderId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "orderId", value.isEmpty() ? "empty" : value, "a version 7 UUID in lower case");
        }
    }

    /** Returns the lowest id that an order made at this time or later can have. */
    public static OrderId earliestAt(Instant time) {
        return new OrderId(
                new UUID(time.toEpochMilli() << MILLIS_SHIFT | VERSION_7, VARIANT).toString());
    }

    /**
     * Returns the id of an order that another platform created at this time: the same one each
     * time, and before the ids created here in the same millisecond.
     *
     * @param time when it was created, from 1970 on
     * @param number distinguishes it from others of that time, from 0 to 2^62 - 1
     */
    public static OrderId at(Instant time, long number) {
        return new OrderId(
                new UUID(time.toEpochMilli() << MILLIS_SHIFT | VERSION_7, VARIANT | number)
                        .toString());
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
