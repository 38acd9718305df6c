package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.port.store.OrderFeed.Happening;
import dev.lockstep.domain.port.store.OrderFeed.Stretch;
import dev.lockstep.domain.value.ShownValue;

/** Events of orders, for people and as JSON. */
public final class ActivityView {
    private ActivityView() {}

    /** Returns the JSON; {@code next} is null on the last page. */
    public static ObjectNode json(Stretch stretch) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode events = node.putArray("events");
        for (Happening each : stretch.happenings()) {
            events.addObject()
                    .put("sequence", each.seq())
                    .put("at", each.at().toString())
                    .put("orderId", each.orderId().value())
                    .put("symbol", each.symbol().value())
                    .put("side", ShownValue.of(each.side()))
                    .put("status", ShownValue.of(each.status()))
                    .put("filledQty", each.cumQty().toString())
                    .put("source", ShownValue.of(each.source()))
                    .put("summary", each.summary());
        }
        node.put("next", stretch.reached() == 0 ? null : (Long) stretch.reached());
        return node;
    }
}
