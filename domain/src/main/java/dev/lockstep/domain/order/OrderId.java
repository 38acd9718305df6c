package dev.lockstep.domain.order;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.regex.Pattern;

/**
 * Our own name of an order: a version 7 UUID, so that ids sort by the time they were made.
 *
 * @param value 36 characters in lower case
 */
public record OrderId(String value) implements Comparable<OrderId> {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    public OrderId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "orderId", value.isEmpty() ? "empty" : value, "a version 7 UUID in lower case");
        }
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
