package dev.lockstep.gateway.alpaca.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.stream.DataChannel;
import dev.lockstep.alpaca.stream.DataError;
import dev.lockstep.domain.port.venue.VenueStreams;
import dev.lockstep.domain.port.venue.VenueStreams.Event;
import dev.lockstep.domain.port.venue.VenueStreams.VenueStream;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster.Pause;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a feed of the venue for all bots: open while any of them subscribes to
 * anything, subscribed to the union, connected again when it is lost. Thread-safe.
 */
final class FeedConnection {
    /** The most symbols of all bots and channels together. */
    static final int MAX_SYMBOLS = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(FeedConnection.class);
    private static final Duration CHECK = Duration.ofSeconds(1);
    private static final int HANDSHAKE_CHECKS = 10;

    /** A bot that connects again within this time costs no new connection. */
    private static final int UNUSED_CHECKS = 5;

    private static final int MAX_WAIT_MILLIS = 60_000;
    private static final int MAX_DOUBLINGS = 6;
    private static final int REFUSED_KEYS = 402;
    private static final int NO_SUBSCRIPTION = 409;
    private static final int TOO_MANY_CONNECTIONS = 406;

    private final MarketFeed feed;
    private final VenueStreams venue;
    private final Pause pause;
    private final RandomGenerator random;
    private final List<BotDataStream> sessions = new CopyOnWriteArrayList<>();
    private final SubscriptionCounts counts = new SubscriptionCounts();
    private @Nullable VenueStream subscribed;

    FeedConnection(MarketFeed feed, VenueStreams venue, Pause pause, RandomGenerator random) {
        this.feed = feed;
        this.venue = venue;
        this.pause = pause;
        this.random = random;
    }

    void add(BotDataStream session) {
        sessions.add(session);
    }

    void remove(BotDataStream session, Subscriptions removed) {
        sessions.remove(session);
        unsubscribe(removed);
    }

    /** Returns the open streams of bots. */
    List<BotDataStream> sessions() {
        return sessions;
    }

    /**
     * Adds a bot's symbols to the union; returns false, and changes nothing, if they are too many.
     */
    synchronized boolean subscribe(Subscriptions added) {
        Subscriptions first = counts.add(added);
        if (counts.size() > MAX_SYMBOLS) {
            Subscriptions _ = counts.remove(added);
            return false;
        }
        request("subscribe", first);
        notifyAll();
        return true;
    }

    synchronized void unsubscribe(Subscriptions removed) {
        request("unsubscribe", counts.remove(removed));
    }

    /** Connects whenever a bot subscribes to anything, until the thread is interrupted. */
    void run() {
        try {
            int failures = 0;
            while (true) {
                awaitSubscribers();
                failures = connection() ? 0 : failures + 1;
                pause.of(wait(failures));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitSubscribers() throws InterruptedException {
        while (counts.size() == 0) {
            wait();
        }
    }

    /** Doubles from a second to a minute, by chance up to half less. */
    private Duration wait(int failures) {
        int millis =
                Math.min(
                        MAX_WAIT_MILLIS,
                        (int) CHECK.toMillis() << Math.min(failures, MAX_DOUBLINGS));
        return Duration.ofMillis(random.nextInt(millis / 2, millis + 1));
    }

    /** Runs one connection until it ends; returns whether the venue had accepted it. */
    private boolean connection() throws InterruptedException {
        boolean accepted = false;
        int quiet = 0;
        try (VenueStream stream = venue.open(feed.paths().getFirst())) {
            while (quiet <= (accepted ? UNUSED_CHECKS : HANDSHAKE_CHECKS)) {
                Optional<Event> event = stream.next(CHECK);
                if (event.isEmpty()) {
                    quiet = accepted && used() ? 0 : quiet + 1;
                    continue;
                }
                switch (event.get()) {
                    case Event.Opened _ -> {}
                    case Event.Message(String text) -> {
                        if (receive(stream, text, accepted)) {
                            accepted = true;
                            quiet = 0;
                        }
                    }
                    case Event.Ended(String why) -> {
                        LOG.warn("stream {}: {}; connecting again", feed, why);
                        return accepted;
                    }
                }
            }
            if (!accepted) {
                LOG.warn("stream {}: the venue did not answer; connecting again", feed);
            }
            return accepted;
        } catch (RuntimeException bug) {
            LOG.error("internal error in stream {}, which connects again", feed, bug);
            return false;
        } finally {
            forget();
        }
    }

    private synchronized boolean used() {
        return counts.size() > 0;
    }

    private synchronized void forget() {
        subscribed = null;
    }

    /** Returns whether the venue has now accepted the connection. */
    private boolean receive(VenueStream stream, String text, boolean accepted) {
        boolean authenticated = false;
        for (JsonNode message : WireJson.tree(text).orElseGet(WireJson::array)) {
            if (message instanceof ObjectNode object) {
                switch (object.path("T").asText()) {
                    case "success" ->
                            authenticated |= object.path("msg").asText().equals("authenticated");
                    case "error" -> failed(object, accepted || authenticated);
                    default -> deliver(object);
                }
            }
        }
        if (authenticated) {
            synchronized (this) {
                subscribed = stream;
                request("subscribe", counts.all());
            }
        }
        return authenticated;
    }

    /**
     * Passes an error of the venue on. One that refuses the feed ends the streams of the bots,
     * except for a connection of before that the venue has not noticed to be gone.
     */
    private void failed(ObjectNode error, boolean accepted) {
        LOG.warn("stream {}: the venue reports {}", feed, error);
        int code = error.path("code").asInt();
        if (code == TOO_MANY_CONNECTIONS) {
            return;
        }
        if (code == REFUSED_KEYS) {
            // The bot's own key is not the one that was refused.
            sessions.forEach(session -> session.refuse(DataError.INTERNAL));
            return;
        }
        DataFrame frame = new DataFrame(error);
        sessions.forEach(session -> session.pass(frame));
        if (code == NO_SUBSCRIPTION && !accepted) {
            sessions.forEach(session -> session.refuse(DataError.INTERNAL));
        }
    }

    private void deliver(ObjectNode message) {
        Optional<DataChannel> channel = DataChannel.ofType(message.path("T").asText());
        if (channel.isEmpty()) {
            return;
        }
        List<String> about = new ArrayList<>();
        message.path("symbols").forEach(symbol -> about.add(symbol.asText()));
        if (message.has("S")) {
            about.add(message.path("S").asText());
        }
        DataFrame frame = new DataFrame(message);
        sessions.forEach(session -> session.deliver(channel.get(), about, frame));
    }

    private void request(String action, Subscriptions of) {
        VenueStream stream = subscribed;
        if (stream != null) {
            of.request(action).ifPresent(stream::send);
        }
    }
}
