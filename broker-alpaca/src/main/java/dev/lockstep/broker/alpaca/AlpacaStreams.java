package dev.lockstep.broker.alpaca;

import dev.lockstep.broker.alpaca.connection.Credentials;
import dev.lockstep.broker.alpaca.connection.FrameSource;
import dev.lockstep.broker.alpaca.connection.FrameSource.Frame;
import dev.lockstep.domain.port.venue.VenueStreams;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Alpaca implementation of {@link VenueStreams}. */
final class AlpacaStreams implements VenueStreams {
    private final Function<String, FrameSource> connect;
    private final Credentials credentials;

    /**
     * Creates the port.
     *
     * @param connect connects to a path of the host of streams, with the credentials
     */
    AlpacaStreams(Function<String, FrameSource> connect, Credentials credentials) {
        this.connect = connect;
        this.credentials = credentials;
    }

    @Override
    public VenueStream open(String path) {
        FrameSource frames = connect.apply(path);
        return new VenueStream() {
            @Override
            public void send(String text) {
                frames.send(text);
            }

            @Override
            public Optional<Event> next(Duration patience) throws InterruptedException {
                return Optional.ofNullable(frames.next(patience)).map(frame -> event(frame));
            }

            @Override
            public void close() {
                frames.close();
            }
        };
    }

    private Event event(Frame frame) {
        return switch (frame) {
            case Frame.Opened _ -> new Event.Opened();
            case Frame.Message(String text) -> new Event.Message(credentials.redacted(text));
            case Frame.Ended(String why) -> new Event.Ended(why);
        };
    }
}
