package dev.lockstep.domain.port.broker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the stream of live news is.
 *
 * @param state whether news can arrive
 * @param since since when it is so
 * @param heardAt when the last message came, null before the first
 * @param connects how often it has been connected
 * @param trouble what last went wrong, empty while nothing has
 */
public record StreamStatus(
        State state, Instant since, @Nullable Instant heardAt, long connects, String trouble) {
    /** Whether news can arrive. */
    public enum State {
        /** Nobody listens. */
        STOPPED,
        /** A connection is being made. */
        CONNECTING,
        /** The broker has confirmed that it will tell news. */
        LISTENING
    }
}
