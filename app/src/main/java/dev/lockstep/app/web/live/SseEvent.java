package dev.lockstep.app.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import java.nio.charset.StandardCharsets;

/** One server-sent event, encoded once for all clients. */
final class SseEvent {
    private static final String HEARTBEAT = ": heartbeat\n\n";

    private final byte[] bytes;

    private SseEvent(String head, JsonNode data) {
        this(head + "data: " + new String(JsonBody.bytes(data), StandardCharsets.UTF_8) + "\n\n");
    }

    private SseEvent(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns an order as it is now; its place is what a client comes back with. */
    static SseEvent of(Change change) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("seq", change.seq());
        data.set("order", BodyTree.of(change.order()));
        return new SseEvent("event: order\nid: " + change.seq() + "\n", data);
    }

    /** Anything that has no place among the orders. */
    static SseEvent of(String event, JsonNode data) {
        return new SseEvent("event: " + event + "\n", data);
    }

    /** Returns a reset: the client must reload and resume from this position. */
    static SseEvent reset(long seq, String reason) {
        return new SseEvent(
                "event: reset\nid: " + seq + "\n",
                JsonNodeFactory.instance.objectNode().put("reason", reason));
    }

    /** Returns a heartbeat. */
    static SseEvent heartbeat() {
        return new SseEvent(HEARTBEAT);
    }

    /** Returns the encoded event; must not be modified. */
    byte[] bytes() {
        return bytes;
    }
}
