package dev.lockstep.app.tls;

import org.jspecify.annotations.Nullable;

/** Thrown if the files of a certificate and its key cannot be used. */
final class UnusablePairException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Names the setting, its file and the reason.
     *
     * @param message what is wrong with the pair, such as {@code tls-key: key.pem has 0 private
     *     keys}
     * @param cause the failure below, null if there is none
     */
    UnusablePairException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns the message. */
    String text() {
        return String.valueOf(getMessage());
    }
}
