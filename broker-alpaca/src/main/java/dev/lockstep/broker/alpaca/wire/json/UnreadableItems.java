package dev.lockstep.broker.alpaca.wire.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.port.broker.UnreadableItem;

/** Extracts the known fields of an unreadable list element. */
public final class UnreadableItems {
    private UnreadableItems() {}

    public static UnreadableItem order(JsonNode node, UnreadableException why) {
        return new UnreadableItem(
                UnreadableItem.Kind.ORDER,
                why.reason(),
                text(node, "id"),
                text(node, "client_order_id"),
                text(node, "symbol"),
                text(node, "qty"),
                String.valueOf(why.getMessage()),
                node.toString());
    }

    public static UnreadableItem position(JsonNode node, UnreadableException why) {
        return new UnreadableItem(
                UnreadableItem.Kind.POSITION,
                why.reason(),
                text(node, "asset_id"),
                "",
                text(node, "symbol"),
                text(node, "qty"),
                String.valueOf(why.getMessage()),
                node.toString());
    }

    public static UnreadableItem activity(JsonNode node, UnreadableException why) {
        return new UnreadableItem(
                UnreadableItem.Kind.ACTIVITY,
                why.reason(),
                text(node, "id"),
                "",
                text(node, "symbol"),
                text(node, "qty"),
                String.valueOf(why.getMessage()),
                node.toString());
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }
}
