package dev.lockstep.simulator.server;

import java.time.Duration;

/**
 * How long the server waits for its clients.
 *
 * @param idle for the next byte of a request, or for room for the next of an answer
 * @param request for a request to come in whole, from its first byte on
 * @param answer for a client to take an answer in whole, from its first byte on
 */
public record Patience(Duration idle, Duration request, Duration answer) {
    private static final long IDLE_CONNECTION_SECONDS = 30;
    private static final long WHOLE_REQUEST_SECONDS = 20;
    private static final long WHOLE_ANSWER_SECONDS = 60;

    /** More than any sane client needs. */
    public static final Patience DEFAULT =
            new Patience(
                    Duration.ofSeconds(IDLE_CONNECTION_SECONDS),
                    Duration.ofSeconds(WHOLE_REQUEST_SECONDS),
                    Duration.ofSeconds(WHOLE_ANSWER_SECONDS));
}
