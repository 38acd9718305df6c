package dev.lockstep.domain.order.id;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.regex.Pattern;

/**
 * The tag of one database, part of every client order id that it creates.
 *
 * <p>A new database draws a new tag, so it never creates the id of an older one; and an order at
 * the broker shows which database sent it.
 *
 * @param value 4 to 16 of {@code a-z 0-9}
 */
public record InstanceTag(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{4,16}");

    public InstanceTag {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "instanceTag", value.isEmpty() ? "empty" : value, "4 to 16 of a-z and 0-9");
        }
    }

    /** Returns the client order id that this database gives to an order. */
    public ClientOrderId clientOrderId(OrderId id) {
        return new ClientOrderId(value + "-" + id.value());
    }

    /** Returns whether this database made the client order id. */
    public boolean made(ClientOrderId id) {
        return id.value().startsWith(value + "-");
    }

    @Override
    public String toString() {
        return value;
    }
}
