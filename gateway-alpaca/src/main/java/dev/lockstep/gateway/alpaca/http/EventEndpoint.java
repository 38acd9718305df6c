package dev.lockstep.gateway.alpaca.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.stream.EventRange;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.feed.FeedWait;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import dev.lockstep.gateway.alpaca.Gateway;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.request.KeyedRequest;
import dev.lockstep.gateway.alpaca.stream.RequestedUpdates;
import dev.lockstep.gateway.alpaca.stream.TradeUpdate;
import dev.lockstep.gateway.alpaca.stream.UpdateId;
import dev.lockstep.gateway.alpaca.stream.UpdateReader;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trade updates as server-sent events. The request's own thread writes them until the client
 * disconnects; with {@code since_id} or {@code since} they continue after an event or a time.
 */
final class EventEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(EventEndpoint.class);
    private static final int MAX_CLIENTS = 256;
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Gateway gateway;
    private final FeedWaits waits;
    private final BiConsumer<Context, GatewayAnswer> answers;
    private final Semaphore places = new Semaphore(MAX_CLIENTS);

    EventEndpoint(Gateway gateway, FeedWaits waits, BiConsumer<Context, GatewayAnswer> answers) {
        this.gateway = gateway;
        this.waits = waits;
        this.answers = answers;
    }

    void serve(Context context) throws IOException {
        try {
            serveEvents(context);
        } catch (RepositoryException failed) {
            LOG.warn("trade updates cannot be read: {}", failed.getMessage());
            if (!context.res().isCommitted()) {
                refuse(context, Refusal.unavailable("the store failed: " + failed.reason()));
            }
        }
    }

    private void serveEvents(Context context) throws IOException {
        Optional<TradingKey> key = gateway.authenticator().key(context::header);
        if (key.isEmpty()) {
            refuse(context, Refusal.unauthorized());
            return;
        }
        if (!places.tryAcquire()) {
            refuse(context, Refusal.tooMany("connection limit exceeded"));
            return;
        }
        try {
            stream(context, key.get(), requested(context));
        } catch (RefusedRequest refused) {
            refuse(context, refused.refusal());
        } finally {
            places.release();
        }
    }

    private RequestedUpdates requested(Context context) {
        Map<String, List<String>> query = context.queryParamMap();
        return new RequestedUpdates(
                EventRange.of(
                        new Query(name -> query.getOrDefault(name, List.of()), KeyedRequest.YEARS)),
                gateway.updates());
    }

    private void refuse(Context context, Refusal refusal) {
        answers.accept(context, GatewayAnswer.refused(refusal));
    }

    private void stream(Context context, TradingKey key, RequestedUpdates requested)
            throws IOException {
        context.status(200).contentType("text/event-stream");
        context.header("Cache-Control", "no-cache");
        OutputStream out = context.res().getOutputStream();
        write(out, ":connected\n\n");
        try (FeedWait wait = waits.every(EVERY)) {
            follow(out, key, requested, wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(OutputStream out, TradingKey key, RequestedUpdates requested, FeedWait wait)
            throws IOException, InterruptedException {
        long seq = requested.start();
        long heartbeatAt = waits.clock().nanoTime();
        boolean found = false;
        while (gateway.authenticator().stillValid(key)) {
            UpdateReader.Page page = gateway.updates().after(seq);
            for (TradeUpdate update : page.updates()) {
                if (requested.includes(update)) {
                    send(out, key, update);
                }
            }
            if (page.reached() > seq) {
                seq = page.reached();
                found = true;
                continue;
            }
            if (requested.ends()) {
                return;
            }
            if (waits.clock().since(heartbeatAt).compareTo(HEARTBEAT) >= 0) {
                write(out, ":heartbeat\n\n");
                heartbeatAt = waits.clock().nanoTime();
            }
            wait.await(found);
            found = false;
        }
    }

    private void send(OutputStream out, TradingKey key, TradeUpdate update) throws IOException {
        Optional<ObjectNode> data = gateway.updateFormat().of(key, update);
        if (data.isPresent()) {
            ObjectNode json = data.get();
            json.put("at", update.at().toString());
            json.put("event_id", UpdateId.of(update));
            write(out, "data: " + WireJson.text(json) + "\n\n");
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
