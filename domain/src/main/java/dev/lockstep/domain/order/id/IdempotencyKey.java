package dev.lockstep.domain.order.id;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;
import java.util.List;

/**
 * A caller's key for one order: however often it is submitted, there is one order.
 *
 * <p>A double click, a retry after a lost answer and a reloaded page carry the same key.
 *
 * @param value 1 to 128 printable characters
 */
public record IdempotencyKey(String value) {
    /** Prefixes of the keys that are assigned to orders without a key. */
    private static final List<String> OURS =
            List.of("close position of ", "protect again ", "rest of ", "leg ", "adopted ");

    private static final int MAX_CHARS = 128;

    public IdempotencyKey {
        Text.printable("idempotencyKey", value, MAX_CHARS);
    }

    /**
     * This key, as a caller may choose it.
     *
     * @throws InvalidValueException if it begins like those that are given here: an order under it
     *     would be taken for a close, an exit or a leg
     */
    public IdempotencyKey ofCaller() {
        OURS.stream()
                .filter(value::startsWith)
                .findFirst()
                .ifPresent(start -> {
                    throw new InvalidValueException(
                            "idempotencyKey",
                            value,
                            "a key that does not begin with '" + start + "'");
                });
        return this;
    }

    @Override
    public String toString() {
        return value;
    }
}
