package dev.lockstep.app.view.body.key;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A text with a secret in an answer that shows it once. Only JSON has it; a log or an error does
 * not.
 *
 * @param text the text with the secret
 */
public record ShownOnce(@JsonValue String text) {
    @Override
    public String toString() {
        return "[redacted]";
    }
}
