package dev.lockstep.simulator.server.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.alpaca.stream.EventRange;
import dev.lockstep.simulator.server.http.ConnectionReset;
import dev.lockstep.simulator.server.http.PatientConnection;
import dev.lockstep.simulator.server.request.HttpRequest;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.venue.ApiKeyRegistry;
import dev.lockstep.simulator.server.venue.IdleTimer;
import dev.lockstep.simulator.server.venue.ResponseMode;
import dev.lockstep.simulator.server.venue.ResponseWriter;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.TradeUpdateJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Endpoint for trade updates as server-sent events. The request's own thread writes them until the
 * client disconnects or the requested range ends.
 */
public final class TradeEventEndpoints {
    private static final Duration BETWEEN_COMMENTS = Duration.ofSeconds(10);

    private final TradeEventLog log;
    private final ApiKeyRegistry keyring;
    private final IdleTimer activity;
    private final Json json;
    private final TradeUpdateJson updates;

    public TradeEventEndpoints(
            TradeEventLog log,
            ApiKeyRegistry keyring,
            IdleTimer activity,
            Json json,
            OrderJson orderJson) {
        this.log = log;
        this.keyring = keyring;
        this.activity = activity;
        this.json = json;
        this.updates = new TradeUpdateJson(orderJson);
    }

    public void register(RoutesConfig routes) {
        routes.addHttpHandler(HandlerType.GET, "/v2/events/trades", this::serve);
    }

    private void serve(Context request) {
        Optional<String> account =
                keyring.account(
                        request.header("APCA-API-KEY-ID"),
                        request.header("APCA-API-SECRET-KEY"),
                        request.header("Authorization"));
        if (account.isEmpty()) {
            refuse(request, new VenueAnswer(401, Json.object().put("message", "unauthorized.")));
            return;
        }
        TradeEventQueue queue;
        try {
            EventRange range = EventRange.of(new HttpRequest(request).query());
            queue = new TradeEventQueue(account.get(), range);
        } catch (RefusedRequest refused) {
            refuse(request, VenueAnswer.refused(refused.refusal()));
            return;
        }
        if (!log.open(queue)) {
            refuse(request, VenueAnswer.refused(Refusal.tooMany("connection limit exceeded")));
            return;
        }
        activity.streamOpened();
        try {
            stream(request, queue);
        } finally {
            log.close(queue);
            activity.streamClosed();
        }
    }

    private void refuse(Context request, VenueAnswer answer) {
        new ResponseWriter(json).deliver(request, new ResponseMode.Whole(answer));
    }

    private void stream(Context request, TradeEventQueue queue) {
        if (ConnectionReset.endPoint(request) instanceof PatientConnection connection) {
            connection.becomesStream();
        }
        request.status(200).contentType("text/event-stream");
        request.header("Cache-Control", "no-cache");
        request.header("Connection", "close");
        try {
            OutputStream out = request.res().getOutputStream();
            write(out, ":connected\n\n");
            boolean more = true;
            while (more && !queue.overflowed()) {
                boolean past = queue.range().ends();
                TradeEvent event = queue.next(past ? Duration.ZERO : BETWEEN_COMMENTS);
                if (event != null) {
                    write(out, "data: " + text(event) + "\n\n");
                } else if (past) {
                    more = false;
                } else {
                    write(out, ":heartbeat\n\n");
                }
            }
        } catch (IOException clientGone) {
            ConnectionReset.endPoint(request).close();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private String text(TradeEvent event) {
        ObjectNode message = updates.of(event.name(), event.entry(), event.order());
        ObjectNode data = message.withObject("/data");
        data.put("at", event.entry().at().toString()).put("event_id", event.id());
        return json.text(data);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
