package dev.lockstep.gateway.alpaca.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.alpaca.stream.DataChannel;
import dev.lockstep.alpaca.stream.DataError;
import dev.lockstep.alpaca.stream.StreamCredentials;
import dev.lockstep.alpaca.stream.StreamMessages;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.gateway.alpaca.access.BotAuthenticator;
import dev.lockstep.gateway.alpaca.stream.StreamChecks;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of one bot's market data stream: authentication, subscription, messages. Independent
 * of the web server. Thread-safe.
 */
public final class BotDataStream implements StreamChecks.Checked {
    /** The most symbols of all channels together. */
    static final int MAX_SYMBOLS = 2_000;

    /** The most messages that wait to be written before the bot counts as too slow. */
    static final int MAX_UNWRITTEN_MESSAGES = 5_000;

    private static final int POLICY_VIOLATION = 1008;

    private final MarketFeed kind;
    private final FeedConnection feed;
    private final BotAuthenticator credentials;
    private final Outlet out;
    private final AtomicInteger unwritten = new AtomicInteger();
    private final Subscriptions subscribed = new Subscriptions();
    private @Nullable TradingKey key;
    private int checks;
    private boolean ended;

    BotDataStream(MarketFeed kind, FeedConnection feed, BotAuthenticator credentials, Outlet out) {
        this.kind = kind;
        this.feed = feed;
        this.credentials = credentials;
        this.out = out;
    }

    /**
     * Greets the bot, and refuses one whose handshake has wrong credentials.
     *
     * @param byHandshake the key of the handshake, empty if it has no valid credentials
     * @param shown whether the handshake has credentials
     */
    synchronized void opened(Optional<TradingKey> byHandshake, boolean shown) {
        success("connected");
        if (byHandshake.isPresent()) {
            authenticated(byHandshake.get());
        } else if (shown) {
            refuse(DataError.AUTH_FAILED);
        }
    }

    /** Handles a message of the bot; null if it is not an object. */
    public synchronized void receive(@Nullable ObjectNode message) {
        if (ended) {
            return;
        }
        if (message == null) {
            error(DataError.INVALID_SYNTAX);
            return;
        }
        try {
            switch (Objects.requireNonNullElse(new RequestFields(message).text("action"), "")) {
                case "auth" -> authenticate(message);
                case "subscribe" -> change(message, true);
                case "unsubscribe" -> change(message, false);
                default -> error(DataError.INVALID_SYNTAX);
            }
        } catch (RefusedRequest unreadable) {
            error(DataError.INVALID_SYNTAX);
        }
    }

    /** Ends the subscriptions. */
    public synchronized void closed() {
        ended = true;
        feed.remove(this, subscribed.remove(subscribed.copy()));
    }

    /** Passes a message on, if the bot subscribes to one of the symbols that it is about. */
    synchronized void deliver(DataChannel channel, Collection<String> about, DataFrame frame) {
        if (!ended && subscribed.include(channel, about)) {
            send(frame);
            if (unwritten.get() > MAX_UNWRITTEN_MESSAGES) {
                refuse(DataError.SLOW_CLIENT);
            }
        }
    }

    /** Passes on an error of the venue. */
    synchronized void pass(DataFrame error) {
        if (!ended) {
            send(error);
        }
    }

    /** Reports an error and ends the stream. */
    synchronized void refuse(DataError error) {
        if (!ended) {
            error(error);
            closed();
            out.close(POLICY_VIOLATION, error.text());
        }
    }

    @Override
    public synchronized void check() {
        checks++;
        TradingKey owner = key;
        if (owner == null && checks > StreamChecks.AUTH_TIMEOUT_CHECKS) {
            refuse(DataError.AUTH_TIMEOUT);
        } else if (owner != null && !credentials.stillValid(owner)) {
            refuse(DataError.AUTH_FAILED);
        }
    }

    private void authenticate(ObjectNode message) {
        if (key != null) {
            error(DataError.ALREADY_AUTHENTICATED);
            return;
        }
        StreamCredentials given = StreamCredentials.forData(message);
        Optional<TradingKey> found =
                credentials
                        .key(given.key(), given.secret())
                        .or(() -> credentials.bearer(given.bearer()));
        if (found.isEmpty()) {
            refuse(DataError.AUTH_FAILED);
        } else {
            authenticated(found.get());
        }
    }

    private void authenticated(TradingKey owner) {
        key = owner;
        success("authenticated");
    }

    private void change(ObjectNode message, boolean subscribe) {
        if (key == null) {
            error(DataError.NOT_AUTHENTICATED);
            return;
        }
        Optional<Subscriptions> requested = Subscriptions.parse(message);
        if (requested.isEmpty()) {
            error(DataError.INVALID_SYNTAX);
            return;
        }
        if (!requested.get().within(kind.channels())) {
            error(DataError.INVALID_SUBSCRIBE_ACTION);
            return;
        }
        if (!subscribe) {
            feed.unsubscribe(subscribed.remove(requested.get()));
        } else if (!added(requested.get())) {
            error(DataError.SYMBOL_LIMIT_EXCEEDED);
            return;
        }
        ObjectNode answer = WireJson.object().put("T", "subscription");
        subscribed.write(answer, kind.channels());
        send(new DataFrame(answer));
    }

    /** Subscribes to all or, if those would be too many, to none. */
    private boolean added(Subscriptions requested) {
        Subscriptions added = subscribed.add(requested);
        if (subscribed.size() <= MAX_SYMBOLS && feed.subscribe(added)) {
            return true;
        }
        subscribed.remove(added);
        return false;
    }

    private void success(String text) {
        send(new DataFrame(StreamMessages.success(text)));
    }

    private void error(DataError error) {
        send(DataFrame.of(error));
    }

    private void send(DataFrame frame) {
        unwritten.incrementAndGet();
        out.send(frame, unwritten::decrementAndGet);
    }

    /** Writes to a bot; never blocks. */
    public interface Outlet {
        /**
         * Queues a message.
         *
         * @param written runs when it is written
         */
        void send(DataFrame frame, Runnable written);

        /** Closes the stream after the queued messages. */
        void close(int code, String reason);
    }
}
