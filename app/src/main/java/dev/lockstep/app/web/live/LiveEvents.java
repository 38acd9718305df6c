package dev.lockstep.app.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.body.health.IncidentBody;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Creates the broadcaster and its sources. */
public final class LiveEvents implements AutoCloseable {
    private static final int MAX_INCIDENTS = 100;

    private final Broadcaster hub;
    private final StoreReporter store;
    private final EventStream stream;

    /**
     * The sources of events.
     *
     * @param feed changes of orders
     * @param waits the waits between reads of the feed
     * @param incidents incidents
     * @param status the platform in one response
     * @param risk limits and restrictions
     * @param heartbeat the longest silence of a connection
     */
    public record Sources(
            OrderFeed feed,
            FeedWaits waits,
            Incidents incidents,
            Supplier<ObjectNode> status,
            Supplier<ObjectNode> risk,
            Duration heartbeat) {}

    /** Starts the poller. */
    public LiveEvents(Sources sources, PlatformClock clock, Pause pause, ThreadFactory threads) {
        LiveReadWatch watch = new LiveReadWatch(clock);
        this.hub =
                new Broadcaster(
                        new OrderChangeEvent(sources.feed()),
                        List.of(
                                new StatusNews(sources.status(), clock),
                                new ChangeEvent("risk", () -> Map.of("risk", sources.risk().get())),
                                new ChangeEvent("incident", () -> incidents(sources.incidents()))),
                        watch,
                        sources.waits(),
                        pause,
                        threads);
        this.store = new StoreReporter(watch, hub::send, pause, threads);
        this.stream =
                new EventStream(
                        hub,
                        sources.feed(),
                        () ->
                                List.of(
                                        SseEvent.of("status", sources.status().get()),
                                        SseEvent.of("risk", sources.risk().get())),
                        sources.heartbeat());
    }

    /** Sends events to one client. */
    public EventStream stream() {
        return stream;
    }

    /** Returns the number of listening clients. */
    public int clients() {
        return hub.clients();
    }

    @Override
    public void close() {
        store.close();
        hub.close();
    }

    /** Returns the newest incidents, open or closed, so that their end is sent too. */
    private static Map<String, JsonNode> incidents(Incidents incidents) {
        Map<String, JsonNode> byNumber = new LinkedHashMap<>();
        for (Incident incident : incidents.list(IncidentQuery.all().limit(MAX_INCIDENTS))) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.set("incident", BodyTree.of(IncidentBody.of(incident)));
            byNumber.put(String.valueOf(incident.number()), node);
        }
        return byNumber;
    }
}
