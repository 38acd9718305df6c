package dev.lockstep.domain.port.broker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of the stream.
 *
 * @param state whether events can arrive
 * @param since since when
 * @param lastMessageAt when the last message arrived, null before the first
 * @param connects the number of connections so far
 * @param trouble the last failure, empty if there was none
 */
public record StreamStatus(
        State state,
        Instant since,
        @Nullable Instant lastMessageAt,
        long connects,
        String trouble) {
    /** Whether events can arrive. */
    public enum State {
        /** Not started. */
        STOPPED,
        /** A connection is being made. */
        CONNECTING,
        /** The broker has confirmed the subscription. */
        LISTENING
    }
}
