package dev.lockstep.gateway.alpaca.data;

import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.port.venue.VenueStreams;
import dev.lockstep.gateway.alpaca.access.BotAuthenticator;
import dev.lockstep.gateway.alpaca.stream.StreamChecks;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster.Pause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/** The market data streams of all bots. Thread-safe. */
public final class DataFeeds implements AutoCloseable {
    /** The most streams of bots at one time. */
    static final int MAX_STREAMS = 1_000;

    private final BotAuthenticator credentials;
    private final Map<MarketFeed, FeedConnection> feeds = new EnumMap<>(MarketFeed.class);
    private final List<Thread> running = new ArrayList<>();
    private final StreamChecks checks;

    /** Starts a thread for each feed, which connects once a bot subscribes, and one for checks. */
    public DataFeeds(
            BotAuthenticator credentials,
            VenueStreams venue,
            Pause pause,
            ThreadFactory threads,
            RandomGenerator random) {
        this.credentials = credentials;
        for (MarketFeed feed : MarketFeed.values()) {
            FeedConnection connection = new FeedConnection(feed, venue, pause, random);
            feeds.put(feed, connection);
            running.add(threads.newThread(connection::run));
        }
        running.forEach(Thread::start);
        this.checks = new StreamChecks(this::sessions, pause, threads);
    }

    /**
     * Opens the stream of a bot.
     *
     * @param byHandshake the key of the handshake, empty if it has no valid credentials
     * @param shown whether the handshake has credentials
     * @return the stream, or empty if too many are open
     */
    public synchronized Optional<BotDataStream> open(
            MarketFeed feed,
            Optional<TradingKey> byHandshake,
            boolean shown,
            BotDataStream.Outlet out) {
        if (sessions().size() >= MAX_STREAMS) {
            return Optional.empty();
        }
        FeedConnection connection = Objects.requireNonNull(feeds.get(feed));
        BotDataStream session = new BotDataStream(feed, connection, credentials, out);
        connection.add(session);
        session.opened(byHandshake, shown);
        return Optional.of(session);
    }

    @Override
    public void close() {
        checks.close();
        running.forEach(Thread::interrupt);
    }

    private List<BotDataStream> sessions() {
        return feeds.values().stream().flatMap(feed -> feed.sessions().stream()).toList();
    }
}
