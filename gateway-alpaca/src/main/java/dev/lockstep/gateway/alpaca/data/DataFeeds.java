package dev.lockstep.gateway.alpaca.data;

import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.venue.VenueStreams;
import dev.lockstep.gateway.alpaca.access.BotAuthenticator;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The market data streams of all bots. Thread-safe. */
public final class DataFeeds implements AutoCloseable {
    /** The most streams of bots at one time. */
    static final int MAX_STREAMS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(DataFeeds.class);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(1);

    private final BotAuthenticator credentials;
    private final Pause pause;
    private final Map<MarketFeed, FeedConnection> feeds = new EnumMap<>(MarketFeed.class);
    private final List<Thread> running = new ArrayList<>();

    /** Starts a thread for each feed, which connects once a bot subscribes, and one for checks. */
    public DataFeeds(
            BotAuthenticator credentials,
            VenueStreams venue,
            Pause pause,
            ThreadFactory threads,
            RandomGenerator random) {
        this.credentials = credentials;
        this.pause = pause;
        for (MarketFeed feed : MarketFeed.values()) {
            FeedConnection connection = new FeedConnection(feed, venue, pause, random);
            feeds.put(feed, connection);
            running.add(threads.newThread(connection::run));
        }
        running.add(threads.newThread(this::check));
        running.forEach(Thread::start);
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
        int open = feeds.values().stream().mapToInt(one -> one.sessions().size()).sum();
        if (open >= MAX_STREAMS) {
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
        running.forEach(Thread::interrupt);
    }

    private void check() {
        try {
            while (true) {
                pause.of(CHECK_EVERY);
                feeds.values().forEach(feed -> feed.sessions().forEach(DataFeeds::check));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(BotDataStream session) {
        try {
            session.check();
        } catch (RepositoryException failed) {
            LOG.warn("the key of a stream cannot be checked: {}", failed.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("internal error in the check of a stream", bug);
        }
    }
}
