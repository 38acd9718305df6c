package dev.lockstep.broker.alpaca;

import dev.lockstep.domain.value.InvalidValueException;

/**
 * The secret half of an API key. Its text form hides it, so that no log line, error or page can
 * show it.
 *
 * @param value the secret itself, for the request header only
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
