package dev.lockstep.contracts.broker;

import static dev.lockstep.contracts.broker.BrokerFixture.AT_MARKET;
import static dev.lockstep.contracts.broker.BrokerFixture.BOUND;
import static dev.lockstep.contracts.broker.BrokerFixture.NOWHERE;
import static dev.lockstep.contracts.broker.BrokerFixture.RESTING;
import static dev.lockstep.contracts.broker.BrokerFixture.found;
import static dev.lockstep.contracts.broker.BrokerFixture.listed;
import static dev.lockstep.contracts.broker.BrokerFixture.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Cancels of one order and of all: requested, refused, or of an absent order. */
public interface CancelContract extends TestedBroker {
    @Test
    default void case_07_a_canceled_order_ends_canceled_and_is_open_no_more() {
        BrokerOrder there = its().acknowledged(its().intent(RESTING));

        assertThat(broker().cancel(there.brokerOrderId()))
                .isInstanceOf(CancelAnswer.Requested.class);

        its().awaitClosed(there.brokerOrderId());
        assertThat(status(found(broker().find(there.brokerOrderId()))))
                .isEqualTo(OrderStatus.CANCELED);
        assertThat(listed(broker().openOrders()))
                .extracting(BrokerOrder::brokerOrderId)
                .doesNotContain(there.brokerOrderId());
    }

    @Test
    default void case_08_a_cancel_of_an_order_that_is_not_there_says_so() {
        assertThat(broker().cancel(NOWHERE)).isInstanceOf(CancelAnswer.Absent.class);
    }

    @Test
    default void case_10_a_cancel_of_a_filled_order_is_refused() {
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        BrokerOrder there = its().acknowledged(its().intent(AT_MARKET));
        its().awaitClosed(there.brokerOrderId());

        assertThat(broker().cancel(there.brokerOrderId())).isInstanceOf(CancelAnswer.Refused.class);
    }

    @Test
    default void case_21_a_cancel_of_all_answers_for_each_open_order() {
        its().assumeOurs();
        BrokerOrderId one = its().working(its().intent(RESTING)).brokerOrderId();
        BrokerOrderId two = its().working(its().intent(RESTING)).brokerOrderId();

        CancelAllAnswer answer = broker().cancelAll();

        assertThat(answer)
                .isInstanceOfSatisfying(
                        CancelAllAnswer.Answered.class,
                        answered ->
                                assertThat(answered.byOrder())
                                        .containsKeys(one, two)
                                        .allSatisfy((_, each) ->
                                                assertThat(each)
                                                        .isInstanceOf(
                                                                CancelAnswer.Requested.class)));
        its().awaitStatus(one, OrderStatus.CANCELED);
        its().awaitStatus(two, OrderStatus.CANCELED);
    }

    @Test
    default void case_22_a_cancel_of_all_where_nothing_is_open_answers_for_none() {
        its().assumeOurs();
        broker().cancelAll();
        Eventually.within(BOUND, "no open order", () -> listed(broker().openOrders()).isEmpty());

        assertThat(broker().cancelAll())
                .isInstanceOfSatisfying(
                        CancelAllAnswer.Answered.class,
                        answered -> assertThat(answered.byOrder()).isEmpty());
    }
}
