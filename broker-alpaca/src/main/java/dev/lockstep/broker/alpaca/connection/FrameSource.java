package dev.lockstep.broker.alpaca.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A connection that delivers frames in order to one reader. */
public interface FrameSource extends AutoCloseable {
    void send(String text);

    /** Returns the next frame, or null if none arrives within {@code patience}. */
    @Nullable Frame next(Duration patience) throws InterruptedException;

    @Override
    void close();

    /** An event of a connection. */
    sealed interface Frame {
        /** The connection is established. */
        record Opened() implements Frame {}

        /**
         * A message was received.
         *
         * @param text the message
         */
        record Message(String text) implements Frame {}

        /**
         * The connection ended; the last frame.
         *
         * @param why the reason
         */
        record Ended(String why) implements Frame {}
    }
}
