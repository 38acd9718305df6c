package dev.lockstep.domain.order.id;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.regex.Pattern;

/**
 * The id of a strategy, which distinguishes its orders from those of others on one account.
 *
 * @param value 1 to 64 letters, digits, dots, underscores and hyphens
 */
public record StrategyId(String value) implements Comparable<StrategyId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public StrategyId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "strategy",
                    value.isEmpty() ? "empty" : value,
                    "1 to 64 letters, digits, '.', '_' and '-'");
        }
    }

    @Override
    public int compareTo(StrategyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
