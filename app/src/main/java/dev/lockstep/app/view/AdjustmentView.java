package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import dev.lockstep.domain.position.AdjustmentTotals;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adjustments, for people and as JSON; numbers are strings, because they are exact. */
public final class AdjustmentView {
    private AdjustmentView() {}

    /** Returns the table for people. */
    public static Table table() {
        return new Table("number", "at", "kind", "type", "symbol", "qty", "cash", "price", "");
    }

    /** Adds a line to the table. */
    public static void addRow(Table table, Entry entry) {
        Adjustment each = entry.adjustment();
        table.row(
                entry.number(),
                each.at(),
                ShownValue.of(each.kind()),
                each.type(),
                each.symbol() == null ? "" : each.symbol(),
                each.quantity(),
                each.cash(),
                each.price() == null ? "" : each.price(),
                each.text());
    }

    /** Returns the JSON for programs. */
    public static ObjectNode json(Entry entry) {
        Adjustment each = entry.adjustment();
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", entry.number())
                .put("activityId", each.id().value())
                .put("at", each.at().toString())
                .put("kind", ShownValue.of(each.kind()))
                .put("type", each.type())
                .put("symbol", text(each.symbol()))
                .put("qty", each.quantity().toString())
                .put("cash", each.cash().toString())
                .put("price", text(each.price()))
                .put("brokerOrderId", text(each.orderId()))
                .put("text", each.text())
                .put("payload", each.payload());
    }

    /** Returns a page as JSON; {@code next} is null after the last one. */
    public static ObjectNode json(List<Entry> page, int limit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode array = node.putArray("adjustments");
        page.forEach(entry -> array.add(json(entry)));
        node.put("next", page.size() < limit ? null : (Long) page.getLast().number());
        return node;
    }

    /** Adds the sums to a JSON object. */
    static void addTo(ObjectNode node, AdjustmentTotals totals) {
        node.put("fees", totals.fees().toString());
        node.put("dividends", totals.dividends().toString());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
