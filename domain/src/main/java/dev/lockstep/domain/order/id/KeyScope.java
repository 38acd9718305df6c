package dev.lockstep.domain.order.id;

import dev.lockstep.domain.value.Text;

/**
 * The namespace of an idempotency key: two callers may each use the key {@code 1}, and have one
 * order each.
 *
 * @param value 1 to 80 printable characters
 */
public record KeyScope(String value) {
    private static final int MAX_CHARS = 80;

    public KeyScope {
        Text.printable("keyScope", value, MAX_CHARS);
    }

    @Override
    public String toString() {
        return value;
    }
}
