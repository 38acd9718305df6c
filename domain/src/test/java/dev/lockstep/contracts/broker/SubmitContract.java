package dev.lockstep.contracts.broker;

import static dev.lockstep.contracts.broker.BrokerFixture.AAPL;
import static dev.lockstep.contracts.broker.BrokerFixture.AT_MARKET;
import static dev.lockstep.contracts.broker.BrokerFixture.NOWHERE;
import static dev.lockstep.contracts.broker.BrokerFixture.RESTING;
import static dev.lockstep.contracts.broker.BrokerFixture.found;
import static dev.lockstep.contracts.broker.BrokerFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import org.junit.jupiter.api.Test;

/** Submits: acknowledged as sent, found under both ids, and refused with their reason. */
public interface SubmitContract extends TestedBroker {
    @Test
    default void case_01_an_order_is_acknowledged_as_it_was_sent() {
        Order order = its().intent(RESTING);

        BrokerOrder there = its().acknowledged(order);

        assertThat(there.isOf(order)).isTrue();
        assertThat(there.cumQty()).isEqualTo(Quantity.ZERO);
        assertThat(there.avgPx()).isNull();
    }

    @Test
    default void case_02_an_order_is_found_under_both_its_ids() {
        Order order = its().intent(RESTING);
        BrokerOrder there = its().acknowledged(order);

        assertThat(found(broker().find(order.clientOrderId())).brokerOrderId())
                .isEqualTo(there.brokerOrderId());
        assertThat(found(broker().find(there.brokerOrderId())).clientOrderId())
                .isEqualTo(order.clientOrderId());
    }

    @Test
    default void case_03_a_client_order_id_that_was_used_is_refused_as_such() {
        Order order = its().intent(RESTING);
        its().acknowledged(order);

        assertThat(broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(RejectReason.DUPLICATE_CLIENT_ORDER_ID));
    }

    @Test
    default void case_04_a_client_order_id_stays_used_after_a_cancel() {
        Order order = its().intent(RESTING);
        BrokerOrder there = its().acknowledged(order);
        broker().cancel(there.brokerOrderId());
        its().awaitClosed(there.brokerOrderId());

        assertThat(broker().submit(order, SendGuard.ALWAYS))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(RejectReason.DUPLICATE_CLIENT_ORDER_ID));
    }

    @Test
    default void case_05_orders_that_are_not_there_are_absent() {
        ClientOrderId stranger = its().intent(RESTING).clientOrderId();

        assertThat(broker().find(stranger)).isInstanceOf(OrderLookup.Absent.class);
        assertThat(broker().find(NOWHERE)).isInstanceOf(OrderLookup.Absent.class);
    }

    @Test
    default void case_12_an_order_in_something_that_does_not_exist_is_refused() {
        assertThat(
                        its().refusal(
                                        order(
                                                new Symbol("ZZZZQ"),
                                                Side.BUY,
                                                "1",
                                                new OrderType.Market(),
                                                TimeInForce.DAY)))
                .isEqualTo(RejectReason.UNKNOWN_SYMBOL);
    }

    @Test
    default void case_13_an_order_beyond_the_money_is_refused() {
        assertThat(
                        its().refusal(
                                        order(
                                                AAPL,
                                                Side.BUY,
                                                "900000000",
                                                new OrderType.Limit(Price.of("150")),
                                                TimeInForce.DAY)))
                .isEqualTo(RejectReason.INSUFFICIENT_BUYING_POWER);
    }

    @Test
    default void case_14_a_price_between_the_steps_is_refused() {
        assertThat(
                        its().refusal(
                                        order(
                                                AAPL,
                                                Side.BUY,
                                                "1",
                                                new OrderType.Limit(Price.of("1.555")),
                                                TimeInForce.DAY)))
                .isEqualTo(RejectReason.PRICE_RULE);
    }

    @Test
    default void case_23_a_sell_against_a_resting_bid_of_ours_is_refused_and_names_it() {
        its().flatten();
        its().awaitClosed(its().acknowledged(its().intent(AT_MARKET)).brokerOrderId());
        its().awaitHeld("1");
        BrokerOrderId bid = its().working(its().intent(RESTING)).brokerOrderId();

        SubmitAnswer answer =
                broker().submit(
                                its().intent(
                                                order(
                                                        AAPL,
                                                        Side.SELL,
                                                        "1",
                                                        new OrderType.Market(),
                                                        TimeInForce.DAY)),
                                SendGuard.ALWAYS);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).isEqualTo(RejectReason.WASH_TRADE);
                            assertThat(refused.blockedBy()).containsExactly(bid);
                        });
    }
}
