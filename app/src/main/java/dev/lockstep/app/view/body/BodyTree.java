package dev.lockstep.app.view.body;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.order.Order;

/** Answers as trees, for those that are put into another one. */
public final class BodyTree {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BodyTree() {}

    /** Returns an answer as a tree. */
    public static ObjectNode of(Record body) {
        return MAPPER.valueToTree(body);
    }

    /** Returns an order as a tree. */
    public static ObjectNode of(Order order) {
        return of(OrderBody.of(order));
    }
}
