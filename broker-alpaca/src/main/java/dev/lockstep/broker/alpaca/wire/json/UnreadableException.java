package dev.lockstep.broker.alpaca.wire.json;

import dev.lockstep.domain.port.broker.UnreadableItem;

/** Thrown when an answer cannot be parsed; the message names the offending part. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final UnreadableItem.Cause reason;

    public UnreadableException(String message) {
        super(message);
        this.reason = UnreadableItem.Cause.MALFORMED;
    }

    public UnreadableException(String message, Throwable cause) {
        super(message, cause);
        this.reason = UnreadableItem.Cause.MALFORMED;
    }

    private UnreadableException(UnreadableItem.Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns an exception for an unsupported item, such as an option. */
    public static UnreadableException unsupported(String message) {
        return new UnreadableException(UnreadableItem.Cause.UNSUPPORTED, message);
    }

    UnreadableItem.Cause reason() {
        return reason;
    }
}
