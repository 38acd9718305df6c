package dev.lockstep.domain.incident;

import dev.lockstep.domain.value.Text;
import java.time.Instant;

/**
 * The acknowledgement of an incident.
 *
 * @param by its author, 1 to 64 printable characters
 * @param reason the reason, 1 to 500 printable characters
 * @param at when
 */
public record Acknowledgement(String by, String reason, Instant at) {
    private static final int MAX_BY_CHARS = 64;
    private static final int MAX_REASON_CHARS = 500;

    public Acknowledgement {
        Text.printable("by", by, MAX_BY_CHARS);
        Text.printable("reason", reason, MAX_REASON_CHARS);
    }
}
