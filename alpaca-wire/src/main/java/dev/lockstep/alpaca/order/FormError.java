package dev.lockstep.alpaca.order;

import dev.lockstep.alpaca.request.ErrorKind;
import dev.lockstep.alpaca.request.Refusal;

/**
 * A missing or excess field of an order request.
 *
 * @param kind the kind of error
 * @param message Alpaca's message
 */
public record FormError(ErrorKind kind, String message) {
    /** Returns the answer to the request. */
    public Refusal refusal() {
        return Refusal.of(kind, message);
    }
}
