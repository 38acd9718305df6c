package dev.lockstep.broker.alpaca.wire;

/** An answer that cannot be read; its message says which part of it. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
