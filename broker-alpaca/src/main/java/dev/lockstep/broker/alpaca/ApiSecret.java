package dev.lockstep.broker.alpaca;

import dev.lockstep.domain.value.InvalidValueException;

/**
 * The secret of an API key. {@link #toString} hides it from logs, errors and pages.
 *
 * @param value the secret, for the request header only
 */
public record ApiSecret(String value) {
    public ApiSecret {
        if (value.isBlank()) {
            throw new InvalidValueException("apiSecret", "blank", "the secret of an API key");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
