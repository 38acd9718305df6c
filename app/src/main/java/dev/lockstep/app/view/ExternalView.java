package dev.lockstep.app.view;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;

/** External orders as a table. */
public final class ExternalView {
    private ExternalView() {}

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
