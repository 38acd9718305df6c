package dev.lockstep.domain.order.id;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller's key for one order: however often it is submitted, there is one order.
 *
 * <p>A double click, a retry after a lost answer and a reloaded page carry the same key.
 *
 * @param value 1 to 128 printable characters
 * @param scope whose key it is, null for one namespace that all callers without a scope share
 */
public record IdempotencyKey(String value, @Nullable KeyScope scope) {
    /** Prefixes of the keys that are assigned to orders without a key. */
    private static final List<String> OURS =
            List.of(
                    "close position of ",
                    "protect again ",
                    "rest of ",
                    "reverse ",
                    "leg ",
                    "adopted ");

    private static final int MAX_CHARS = 128;

    public IdempotencyKey {
        Text.printable("key", value, MAX_CHARS);
    }

    /** A key without a scope. */
    public IdempotencyKey(String value) {
        this(value, null);
    }

    /**
     * Returns this key if a caller may choose it; with a scope, each one may be chosen.
     *
     * @throws InvalidValueException if it begins like those that are given here: an order under it
     *     would be taken for a close, an exit or a leg
     */
    public IdempotencyKey ofCaller() {
        if (scope != null) {
            return this;
        }
        OURS.stream()
                .filter(value::startsWith)
                .findFirst()
                .ifPresent(start -> {
                    throw new InvalidValueException(
                            "key", value, "a key that does not begin with '" + start + "'");
                });
        return this;
    }

    /** Returns the author of requests under this key, null if the key has no scope. */
    public @Nullable Author author() {
        return scope == null ? null : new Author(scope.value());
    }

    @Override
    public String toString() {
        return scope == null ? value : scope + "/" + value;
    }
}
