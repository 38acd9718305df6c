package dev.lockstep.domain.order;

import dev.lockstep.domain.value.Text;

/**
 * A caller's name for one wish to trade: however often it comes, there is one order.
 *
 * <p>A double click, a retry after a lost answer and a reloaded page carry the same key.
 *
 * @param value 1 to 128 printable characters
 */
public record IdempotencyKey(String value) {
    private static final int MAX_CHARS = 128;

    public IdempotencyKey {
        Text.printable("idempotencyKey", value, MAX_CHARS);
    }

    @Override
    public String toString() {
        return value;
    }
}
