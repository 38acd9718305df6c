package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ImportedOrderTimeTest {
    private final Order order = new SampleOrders().intent();

    @Test
    void an_order_under_the_same_number_from_another_time_is_not_adopted() {
        assertThat(numbered(Duration.ofDays(30)).isOf(imported())).isFalse();
        assertThat(numbered(Duration.ofDays(-30)).isOf(imported())).isFalse();
        assertThat(numbered(Duration.ofSeconds(2)).isOf(imported())).isTrue();
    }

    @Test
    void an_order_of_another_quantity_under_the_same_number_is_not_adopted() {
        BrokerOrder there = numbered(Duration.ofSeconds(2));

        assertThat(SampleOrders.like(there).amount("11").order().isOf(imported())).isFalse();
    }

    @Test
    void an_order_under_a_name_of_ours_is_adopted_however_late_it_was_sent() {
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.NEW, "0");

        assertThat(there.isOf(createdAt(order.clientOrderId(), Instant.EPOCH))).isTrue();
    }

    private Order imported() {
        return createdAt(new ClientOrderId("17"), SampleOrders.START);
    }

    private Order createdAt(ClientOrderId clientOrderId, Instant time) {
        return Order.intent(
                order.id(),
                clientOrderId,
                new IdempotencyKey("imported " + clientOrderId),
                order.terms(),
                time);
    }

    /** An order that was submitted as "17" so long after ours was made. */
    private BrokerOrder numbered(Duration later) {
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.NEW, "0");
        return new BrokerOrder(
                there.brokerOrderId(),
                new ClientOrderId("17"),
                there.symbol(),
                there.side(),
                there.amount(),
                there.terms(),
                there.status(),
                there.cumQty(),
                there.avgPx(),
                SampleOrders.START.plus(later),
                there.transactTime(),
                there.legs());
    }
}
