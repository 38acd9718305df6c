package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.form.OrderForm;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;

/** External orders, for people and as JSON. */
public final class ExternalView {
    private ExternalView() {}

    /** Returns the table for people. */
    public static Table table(List<BrokerOrder> orders) {
        Table table = new Table("broker id", "order", "status", "filled", "sent");
        orders.forEach(order ->
                table.row(
                        order.brokerOrderId(),
                        described(order),
                        order.status().word(),
                        order.cumQty(),
                        order.submittedAt()));
        return table;
    }

    /** Returns the JSON for programs. */
    public static ObjectNode json(FetchedList<BrokerOrder> orders) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode array = node.putArray("external");
        for (BrokerOrder order : orders.items()) {
            NewOrder terms = order.terms();
            ObjectNode each = array.addObject();
            each.put("brokerOrderId", order.brokerOrderId().value());
            each.put("clientOrderId", order.clientOrderId().value());
            each.put("symbol", order.symbol().value());
            each.put("side", ShownValue.of(order.side()));
            each.set("terms", terms == null ? null : BodyTree.of(OrderForm.of(terms, null)));
            each.put("brokerStatus", order.status().word());
            each.put("filledQty", order.cumQty().toString());
            each.put("submittedAt", order.submittedAt().toString());
        }
        node.set("unreadable", UnreadableView.json(orders.unreadable()));
        return node;
    }

    private static String described(BrokerOrder order) {
        NewOrder terms = order.terms();
        return terms == null
                ? ShownValue.of(order.side())
                        + " "
                        + order.symbol()
                        + ", with terms that Lockstep does not support"
                : OrderView.described(terms);
    }
}
