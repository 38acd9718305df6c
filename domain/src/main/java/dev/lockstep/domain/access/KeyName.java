package dev.lockstep.domain.access;

import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.regex.Pattern;

/**
 * The name of a trading key, under which its changes and requests are audited.
 *
 * @param value 1 to 64 letters, digits, dots, underscores and hyphens
 */
public record KeyName(String value) implements Comparable<KeyName> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public KeyName {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "keyName",
                    value.isEmpty() ? "empty" : value,
                    "1 to 64 letters, digits, '.', '_' and '-'");
        }
    }

    /** Returns the strategy of the same name. */
    public StrategyId strategy() {
        return new StrategyId(value);
    }

    @Override
    public int compareTo(KeyName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
