package dev.lockstep.gateway.alpaca.data;

import dev.lockstep.domain.port.venue.VenueStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Streams of a venue that a test speaks for. */
final class FakeStreams implements VenueStreams {
    private static final long BOUND_SECONDS = 60;

    private final BlockingQueue<Connection> opened = new LinkedBlockingQueue<>();
    private final List<Connection> open = new ArrayList<>();

    /** Waits for the next connection. */
    Connection connection() throws InterruptedException {
        Connection next = opened.poll(BOUND_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no connection");
        }
        return next;
    }

    synchronized int openConnections() {
        return open.size();
    }

    @Override
    public VenueStream open(String path) {
        Connection connection = new Connection(path);
        synchronized (this) {
            open.add(connection);
        }
        opened.add(connection);
        return connection;
    }

    private synchronized void closed(Connection connection) {
        open.remove(connection);
    }

    /** One connection. */
    final class Connection implements VenueStream {
        private final String path;
        private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

        private volatile boolean accepted;

        Connection(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }

        /** Sends a message in JSON, whose quotes may be single ones. */
        void says(String message) {
            events.add(new Event.Message(message.replace('\'', '"')));
        }

        void accepts() {
            accepted = true;
            says("[{'T':'success','msg':'connected'}]");
            says("[{'T':'success','msg':'authenticated'}]");
        }

        void breaks() {
            events.add(new Event.Ended("cut"));
        }

        /** Waits for the next message of the gateway. */
        String received() throws InterruptedException {
            String next = received.poll(BOUND_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was received");
            }
            return next.replace('"', '\'');
        }

        @Override
        public void send(String text) {
            received.add(text);
        }

        @Override
        public Optional<Event> next(Duration patience) throws InterruptedException {
            long millis = accepted ? 10 : TimeUnit.SECONDS.toMillis(BOUND_SECONDS);
            return Optional.ofNullable(events.poll(millis, TimeUnit.MILLISECONDS));
        }

        @Override
        public void close() {
            closed(this);
        }
    }
}
