package dev.lockstep.contracts.broker;

import static dev.lockstep.contracts.broker.BrokerFixture.RESTING;
import static dev.lockstep.contracts.broker.BrokerFixture.listed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of orders: the open ones, and all since a time, once each. */
public interface OrderListContract extends TestedBroker {
    @Test
    default void case_06_a_resting_order_is_among_the_open_ones() {
        BrokerOrder there = its().acknowledged(its().intent(RESTING));

        assertThat(listed(broker().openOrders()))
                .extracting(BrokerOrder::brokerOrderId)
                .contains(there.brokerOrderId());
    }

    @Test
    default void case_11_the_list_of_orders_shows_open_and_closed_ones_once_each() {
        List<BrokerOrderId> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(its().acknowledged(its().intent(RESTING)).brokerOrderId());
        }
        broker().cancel(sent.getFirst());
        its().awaitClosed(sent.getFirst());

        List<BrokerOrderId> listed =
                listed(broker().ordersSince(Instant.EPOCH)).stream()
                        .map(BrokerOrder::brokerOrderId)
                        .toList();

        assertThat(listed).containsAll(sent).doesNotHaveDuplicates();
    }

    @Test
    default void case_31_the_list_of_closed_orders_has_every_order_that_ended() {
        BrokerOrder canceled = its().acknowledged(its().intent(RESTING));
        broker().cancel(canceled.brokerOrderId());
        its().awaitClosed(canceled.brokerOrderId());

        List<BrokerOrderId> listed =
                listed(broker().closedOrdersSince(canceled.submittedAt())).stream()
                        .map(BrokerOrder::brokerOrderId)
                        .toList();

        assertThat(listed).contains(canceled.brokerOrderId());
    }
}
