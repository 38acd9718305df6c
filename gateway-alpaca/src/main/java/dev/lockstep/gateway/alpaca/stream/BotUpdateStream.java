package dev.lockstep.gateway.alpaca.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.request.RequestFields;
import dev.lockstep.alpaca.stream.StreamCredentials;
import dev.lockstep.alpaca.stream.StreamMessages;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.gateway.alpaca.access.BotAuthenticator;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster.UpdateListener;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of one stream: authentication, subscription, updates. Independent of the web server
 * and of the coding of frames. Thread-safe.
 */
public final class BotUpdateStream implements UpdateListener, StreamChecks.Checked {
    private final BotAuthenticator credentials;
    private final UpdateBroadcaster updates;
    private final UpdateJson format;
    private final Consumer<JsonNode> out;
    private final Runnable end;
    private volatile @Nullable TradingKey key;
    private boolean listening;
    private int checks;

    /**
     * Creates the session of an open stream.
     *
     * @param out sends a message, without blocking
     * @param end closes the stream
     */
    public BotUpdateStream(
            BotAuthenticator credentials,
            UpdateBroadcaster updates,
            UpdateJson format,
            Consumer<JsonNode> out,
            Runnable end) {
        this.credentials = credentials;
        this.updates = updates;
        this.format = format;
        this.out = out;
        this.end = end;
    }

    /** Handles a message of the client; null if it is not an object. */
    public void receive(@Nullable ObjectNode message) {
        if (message == null) {
            out.accept(StreamMessages.error("invalid syntax"));
            return;
        }
        try {
            String action = new RequestFields(message).text("action");
            switch (action == null ? "" : action) {
                case "authenticate", "auth" -> authenticate(message);
                case "listen" -> listen(message);
                default -> out.accept(StreamMessages.error("invalid action"));
            }
        } catch (RefusedRequest unreadable) {
            out.accept(StreamMessages.error("invalid syntax"));
        }
    }

    /** Ends the subscription. */
    public void closed() {
        updates.leave(this);
    }

    @Override
    public void accept(TradeUpdate update) {
        TradingKey owner = key;
        if (owner == null) {
            return;
        }
        if (!credentials.stillValid(owner)) {
            revoked();
            return;
        }
        format.of(owner, update).ifPresent(data -> out.accept(StreamMessages.tradeUpdate(data)));
    }

    @Override
    public void check() {
        TradingKey owner = key;
        if (owner == null) {
            awaitCredentials();
        } else if (!credentials.stillValid(owner)) {
            revoked();
        }
    }

    private synchronized void awaitCredentials() {
        checks++;
        if (checks > StreamChecks.AUTH_TIMEOUT_CHECKS) {
            end.run();
        }
    }

    private void revoked() {
        key = null;
        end.run();
    }

    private void authenticate(ObjectNode message) {
        StreamCredentials given = StreamCredentials.forUpdates(message);
        Optional<TradingKey> found =
                credentials
                        .key(given.key(), given.secret())
                        .or(() -> credentials.bearer(given.bearer()));
        key = found.orElse(null);
        out.accept(StreamMessages.authorization(found.isPresent(), "authenticate"));
        if (found.isEmpty()) {
            end.run();
        }
    }

    /** Replaces the subscription; other streams are ignored. */
    private synchronized void listen(ObjectNode message) {
        if (key == null) {
            out.accept(StreamMessages.authorization(false, "listen"));
            return;
        }
        boolean requested = StreamMessages.listensToTradeUpdates(message);
        out.accept(StreamMessages.listening(requested));
        subscribe(requested);
    }

    private void subscribe(boolean requested) {
        if (requested && !listening && !updates.join(this)) {
            out.accept(StreamMessages.error("connection limit exceeded"));
            end.run();
            return;
        }
        if (!requested && listening) {
            updates.leave(this);
        }
        listening = requested;
    }
}
