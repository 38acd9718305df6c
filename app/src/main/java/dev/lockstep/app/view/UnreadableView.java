package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.util.List;

/** Shows the broker's orders and positions that cannot be read, with their raw text. */
public final class UnreadableView {
    private UnreadableView() {}

    /** Returns the items as JSON. */
    public static ArrayNode json(List<UnreadableItem> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(json(item)));
        return array;
    }

    private static ObjectNode json(UnreadableItem item) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", item.kind().noun())
                .put("brokerId", item.brokerId())
                .put("clientOrderId", item.clientOrderId())
                .put("symbol", item.symbol())
                .put("qty", item.quantity())
                .put("text", item.text())
                .put("raw", item.raw());
    }

    /** Returns the items in lines for a person, each with its raw text. */
    public static List<String> lines(List<UnreadableItem> items) {
        return items.stream().map(item -> item.text() + "; received: " + item.raw()).toList();
    }
}
