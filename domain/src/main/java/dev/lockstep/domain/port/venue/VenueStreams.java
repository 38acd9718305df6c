package dev.lockstep.domain.port.venue;

import java.time.Duration;
import java.util.Optional;

/**
 * Market data streams of the broker's own API, passed on as they are, for a program that speaks the
 * broker's API.
 *
 * <p>Implementations are thread-safe, use the broker's own keys, and never return them.
 */
public interface VenueStreams {
    /**
     * Starts to connect to a stream; the first event reports the outcome.
     *
     * @param path the path, beginning with a slash
     */
    VenueStream open(String path);

    /** A connection. One thread reads its events; any thread may send and close. */
    interface VenueStream extends AutoCloseable {
        /** Queues a text message; it is dropped if the connection has ended. */
        void send(String text);

        /**
         * Waits for the next event.
         *
         * @param patience the longest wait
         * @return the event, or empty if there was none in this time
         * @throws InterruptedException if the thread is interrupted
         */
        Optional<Event> next(Duration patience) throws InterruptedException;

        @Override
        void close();
    }

    /** An event of a connection. */
    sealed interface Event {
        /** The connection is established, with the broker's keys. */
        record Opened() implements Event {}

        /**
         * A message was received.
         *
         * @param text the message
         */
        record Message(String text) implements Event {}

        /**
         * The connection ended; the last event.
         *
         * @param why the reason
         */
        record Ended(String why) implements Event {}
    }
}
