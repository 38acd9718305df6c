package dev.lockstep.simulator.server.http;

import java.time.Duration;

/**
 * Timeouts of the server.
 *
 * @param idle for the next byte of a request, or for buffer space for the next byte of a response
 * @param request for a complete request, from its first byte
 * @param answer for the client to read a complete response, from its first byte
 */
public record ConnectionLimits(Duration idle, Duration request, Duration answer) {
    private static final long IDLE_CONNECTION_SECONDS = 30;
    private static final long WHOLE_REQUEST_SECONDS = 20;
    private static final long WHOLE_ANSWER_SECONDS = 60;

    /** Generous defaults for ordinary clients. */
    public static final ConnectionLimits DEFAULT =
            new ConnectionLimits(
                    Duration.ofSeconds(IDLE_CONNECTION_SECONDS),
                    Duration.ofSeconds(WHOLE_REQUEST_SECONDS),
                    Duration.ofSeconds(WHOLE_ANSWER_SECONDS));
}
