package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.port.UnreadableItem;

/** An answer that cannot be read; its message says which part of it. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final UnreadableItem.Cause reason;

    UnreadableException(String message) {
        super(message);
        this.reason = UnreadableItem.Cause.MALFORMED;
    }

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
        this.reason = UnreadableItem.Cause.MALFORMED;
    }

    private UnreadableException(UnreadableItem.Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is about something that is not traded here, such as an option. */
    static UnreadableException unsupported(String message) {
        return new UnreadableException(UnreadableItem.Cause.UNSUPPORTED, message);
    }

    UnreadableItem.Cause reason() {
        return reason;
    }
}
