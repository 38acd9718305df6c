package dev.lockstep.gateway.alpaca.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.gateway.alpaca.Gateway;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import dev.lockstep.gateway.alpaca.stream.TradeUpdate;
import dev.lockstep.gateway.alpaca.stream.UpdateBroadcaster;
import dev.lockstep.gateway.alpaca.stream.UpdateId;
import dev.lockstep.gateway.alpaca.stream.UpdateReader;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Trade updates as server-sent events. The request's own thread writes them until the client
 * disconnects; with {@code since_id} they continue after an event.
 */
final class EventEndpoint {
    private static final int MAX_CLIENTS = 256;
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final int READS_PER_HEARTBEAT = 100;

    private final Gateway gateway;
    private final UpdateBroadcaster.Pause pause;
    private final BiConsumer<Context, GatewayAnswer> answers;
    private final Semaphore places = new Semaphore(MAX_CLIENTS);

    EventEndpoint(
            Gateway gateway,
            UpdateBroadcaster.Pause pause,
            BiConsumer<Context, GatewayAnswer> answers) {
        this.gateway = gateway;
        this.pause = pause;
        this.answers = answers;
    }

    void serve(Context context) throws IOException {
        Optional<TradingKey> key = gateway.authenticator().key(context::header);
        if (key.isEmpty()) {
            refuse(context, Refusal.unauthorized());
            return;
        }
        String since = Objects.requireNonNullElse(context.queryParam("since_id"), "");
        boolean fromNow = since.isEmpty();
        OptionalLong from =
                fromNow ? OptionalLong.of(gateway.updates().last()) : UpdateId.seq(since);
        if (from.isEmpty()) {
            refuse(context, Refusal.invalid("invalid since_id"));
        } else if (!places.tryAcquire()) {
            refuse(context, Refusal.tooMany("connection limit exceeded"));
        } else {
            try {
                // An event may have several updates, of which the client has some.
                long start = fromNow ? from.getAsLong() : Math.max(0, from.getAsLong() - 1);
                stream(
                        context,
                        key.get(),
                        start,
                        update -> fromNow || UpdateId.later(update, since));
            } finally {
                places.release();
            }
        }
    }

    private void refuse(Context context, Refusal refusal) {
        answers.accept(context, GatewayAnswer.refused(refusal));
    }

    private void stream(
            Context context, TradingKey key, long from, Predicate<TradeUpdate> requested)
            throws IOException {
        context.status(200).contentType("text/event-stream");
        context.header("Cache-Control", "no-cache");
        OutputStream out = context.res().getOutputStream();
        write(out, ":connected\n\n");
        long seq = from;
        try {
            for (int reads = 1; gateway.authenticator().stillValid(key); reads++) {
                UpdateReader.Page page = gateway.updates().after(seq);
                for (TradeUpdate update : page.updates()) {
                    if (requested.test(update)) {
                        send(out, key, update);
                    }
                }
                if (page.reached() == seq) {
                    if (reads % READS_PER_HEARTBEAT == 0) {
                        write(out, ":heartbeat\n\n");
                    }
                    pause.of(EVERY);
                }
                seq = page.reached();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
