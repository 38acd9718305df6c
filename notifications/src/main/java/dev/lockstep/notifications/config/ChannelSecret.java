package dev.lockstep.notifications.config;

import dev.lockstep.domain.value.InvalidValueException;

/**
 * A token or password of a channel. {@link #toString} hides it from logs, errors and pages.
 *
 * @param value the secret, for the request only
 */
public record ChannelSecret(String value) {
    public ChannelSecret {
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("secret", "***", "printable characters");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
