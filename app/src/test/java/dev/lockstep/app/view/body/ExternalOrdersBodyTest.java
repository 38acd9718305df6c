package dev.lockstep.app.view.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JSON of external orders, field by field. */
class ExternalOrdersBodyTest {
    @Test
    void terms_that_are_not_supported_are_null_and_unreadable_orders_are_listed() {
        BrokerOrder order =
                SampleOrders.like(
                                SampleOrders.atBroker(
                                        new SampleOrders().intent(), OrderStatus.NEW, "0"))
                        .brokerOrderId(new BrokerOrderId("b-1"))
                        .clientOrderId(new ClientOrderId("c-1"))
                        .order();
        UnreadableItem unreadable =
                new UnreadableItem(
                        UnreadableItem.Kind.ORDER,
                        UnreadableItem.Cause.MALFORMED,
                        "b-9",
                        "",
                        "AAPL",
                        "1",
                        "no side",
                        "{}");

        assertThat(
                        BodyTree.of(
                                ExternalOrdersBody.of(
                                        new FetchedList<>(
                                                List.of(
                                                        order,
                                                        SampleOrders.like(order)
                                                                .withoutTerms()
                                                                .order()),
                                                List.of(unreadable)))))
                .hasToString(
                        """
                        {"external":[{"brokerOrderId":"b-1","clientOrderId":"c-1","symbol":"AAPL",\
                        "side":"buy","terms":{"symbol":"AAPL","side":"buy","qty":"10","notional":null,\
                        "type":"market","limitPrice":null,"stopPrice":null,"trailPrice":null,\
                        "trailPercent":null,"timeInForce":"day","tradingHours":"regular",\
                        "orderClass":"simple","takeProfit":null,"stopLoss":null,"stopLossLimit":null,\
                        "strategy":null,"key":null},"brokerStatus":"new","filledQty":"0",\
                        "submittedAt":"2026-01-05T14:30:00.123456789Z"},{"brokerOrderId":"b-1",\
                        "clientOrderId":"c-1","symbol":"AAPL","side":"buy","terms":null,\
                        "brokerStatus":"new","filledQty":"0",\
                        "submittedAt":"2026-01-05T14:30:00.123456789Z"}],"unreadable":[{"kind":"order",\
                        "brokerId":"b-9","clientOrderId":"","symbol":"AAPL","qty":"1",\
                        "text":"order b-9 in AAPL, quantity 1, cannot be read: no side","raw":"{}"}]}\
                        """);
    }
}
