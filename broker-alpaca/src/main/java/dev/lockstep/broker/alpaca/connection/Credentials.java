package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.domain.value.InvalidValueException;

/**
 * What a request is signed with; its text form shows the key's name and never the secret.
 *
 * @param keyId the key's name
 * @param secret the key's secret
 */
public record Credentials(String keyId, String secret) {
    public Credentials {
        requireHeaderText("keyId", keyId, keyId);
        requireHeaderText("secret", secret, "***");
    }

    /** OkHttp refuses other characters in a header, with the value in the message. */
    private static void requireHeaderText(String field, String value, String shown) {
        if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidValueException(
                    field,
                    value.isBlank() ? "blank" : shown,
                    "ASCII letters, digits and signs, without spaces");
        }
    }

    /** A text that came from outside, without the secret should it be in there. */
    public String redacted(String text) {
        return text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return keyId + ":***";
    }
}
