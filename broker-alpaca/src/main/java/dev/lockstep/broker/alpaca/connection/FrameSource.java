package dev.lockstep.broker.alpaca.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connection that delivers frames in order to one reader. */
public interface FrameSource extends AutoCloseable {
    /** Sends a text frame. */
    void send(String text);

    /** Returns the next frame, null if none comes in time. */
    @Nullable Frame next(Duration patience) throws InterruptedException;

    @Override
    void close();

    /** What comes out of a connection. */
    sealed interface Frame {
        /** The connection stands. */
        record Opened() implements Frame {}

        /**
         * A message.
         *
         * @param text its text
         */
        record Message(String text) implements Frame {}

        /**
         * The connection is gone; nothing comes after this.
         *
         * @param why what happened
         */
        record Ended(String why) implements Frame {}
    }
}
