package dev.lockstep.broker.alpaca.connection;

import dev.lockstep.domain.value.InvalidValueException;
import okhttp3.Request;

/**
 * API key id and secret for signing requests. {@link #toString} shows only the key id.
 *
 * @param keyId the API key id
 * @param secret the API key's secret
 */
public record Credentials(String keyId, String secret) {
    public Credentials {
        requireHeaderText("keyId", keyId, keyId);
        requireHeaderText("secret", secret, "***");
    }

    /**
     * Checks for printable ASCII. OkHttp would reject other characters with the value in its
     * message.
     */
    private static void requireHeaderText(String field, String value, String shown) {
        if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidValueException(
                    field,
                    value.isBlank() ? "blank" : shown,
                    "ASCII letters, digits and signs, without spaces");
        }
    }

    /** Adds the headers that authenticate a request. */
    Request.Builder sign(Request.Builder request) {
        return request.header("APCA-API-KEY-ID", keyId).header("APCA-API-SECRET-KEY", secret);
    }

    /** Returns external text with the secret masked. */
    public String redacted(String text) {
        return text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return keyId + ":***";
    }
}
