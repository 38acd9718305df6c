package dev.lockstep.app.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.domain.port.OrderFeed.Change;
import java.nio.charset.StandardCharsets;

/** One event as it goes to every client; made once for all of them. */
final class Frame {
    private static final String HEARTBEAT = ": heartbeat\n\n";

    private final byte[] bytes;

    private Frame(String head, JsonNode data) {
        this(head + "data: " + new String(JsonBody.bytes(data), StandardCharsets.UTF_8) + "\n\n");
    }

    private Frame(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /** An order as it is now; its place is what a client comes back with. */
    static Frame of(Change change) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("seq", change.seq());
        data.set("order", OrderView.json(change.order()));
        return new Frame("event: order\nid: " + change.seq() + "\n", data);
    }

    /** Anything that has no place among the orders. */
    static Frame of(String event, JsonNode data) {
        return new Frame("event: " + event + "\n", data);
    }

    /** Says that what the client knows is to be thrown away, and where it goes on. */
    static Frame reset(long seq, String reason) {
        return new Frame(
                "event: reset\nid: " + seq + "\n",
                JsonNodeFactory.instance.objectNode().put("reason", reason));
    }

    /** Says that the connection lives. */
    static Frame heartbeat() {
        return new Frame(HEARTBEAT);
    }

    /** What goes over the wire; not to be written to. */
    byte[] bytes() {
        return bytes;
    }
}
