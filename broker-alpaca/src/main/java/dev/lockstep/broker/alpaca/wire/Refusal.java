package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.order.RejectReason;

/**
 * The broker's own "no".
 *
 * @param reason why, as far as its words tell
 * @param text its words
 */
public record Refusal(RejectReason reason, String text) {
    /** Whether it is about the address we asked at, and so tells nothing of what we asked for. */
    public boolean ofEndpoint() {
        return text.startsWith("endpoint not found");
    }
}
