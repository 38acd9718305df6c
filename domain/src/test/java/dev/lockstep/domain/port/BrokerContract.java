package dev.lockstep.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.ClientOrderId;
import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Broker} promises, in numbered cases; each implementation extends it against a
 * venue of its own. The orders that rest are bids far below the market.
 */
public abstract class BrokerContract {
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final NewOrder RESTING =
            order(AAPL, Side.BUY, "1", new OrderType.Limit(Price.of("1.5")), TimeInForce.GTC);

    private static final NewOrder AT_MARKET =
            order(AAPL, Side.BUY, "1", new OrderType.Market(), TimeInForce.DAY);

    /** The broker under test, ready to trade. */
    protected abstract Broker broker();

    /** Ids that this venue has never seen. */
    protected abstract OrderIds ids();

    /** Whether a market order trades now, which needs an open market. */
    protected abstract boolean marketOrdersFill();

    @Test
    void case_01_an_order_is_acknowledged_as_it_was_sent() {
        Order order = intent(RESTING);

        BrokerOrder there = acknowledged(order);

        assertThat(there.isOf(order)).isTrue();
        assertThat(there.cumQty()).isEqualTo(Quantity.ZERO);
        assertThat(there.avgPx()).isNull();
    }

    @Test
    void case_02_an_order_is_found_under_both_its_ids() {
        Order order = intent(RESTING);
        BrokerOrder there = acknowledged(order);

        assertThat(found(broker().find(order.clientOrderId())).brokerOrderId())
                .isEqualTo(there.brokerOrderId());
        assertThat(found(broker().find(there.brokerOrderId())).clientOrderId())
                .isEqualTo(order.clientOrderId());
    }

    @Test
    void case_03_a_client_order_id_that_was_used_is_refused_as_such() {
        Order order = intent(RESTING);
        acknowledged(order);

        assertThat(broker().submit(order))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(RejectReason.DUPLICATE_CLIENT_ORDER_ID));
    }

    @Test
    void case_04_a_client_order_id_stays_used_after_a_cancel() {
        Order order = intent(RESTING);
        BrokerOrder there = acknowledged(order);
        broker().cancel(there.brokerOrderId());
        awaitClosed(there.brokerOrderId());

        assertThat(broker().submit(order))
                .isInstanceOfSatisfying(
                        SubmitAnswer.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(RejectReason.DUPLICATE_CLIENT_ORDER_ID));
    }

    @Test
    void case_05_orders_that_are_not_there_are_absent() {
        ClientOrderId stranger = intent(RESTING).clientOrderId();

        assertThat(broker().find(stranger)).isInstanceOf(OrderLookup.Absent.class);
        assertThat(broker().find(new BrokerOrderId(UUID.nameUUIDFromBytes(new byte[9]).toString())))
                .isInstanceOf(OrderLookup.Absent.class);
    }

    @Test
    void case_06_a_resting_order_is_among_the_open_ones() {
        BrokerOrder there = acknowledged(intent(RESTING));

        assertThat(complete(broker().openOrders()))
                .extracting(BrokerOrder::brokerOrderId)
                .contains(there.brokerOrderId());
    }

    @Test
    void case_07_a_canceled_order_ends_canceled_and_is_open_no_more() {
        BrokerOrder there = acknowledged(intent(RESTING));

        assertThat(broker().cancel(there.brokerOrderId()))
                .isInstanceOf(CancelAnswer.Requested.class);

        awaitClosed(there.brokerOrderId());
        assertThat(status(found(broker().find(there.brokerOrderId()))))
                .isEqualTo(OrderStatus.CANCELED);
        assertThat(complete(broker().openOrders()))
                .extracting(BrokerOrder::brokerOrderId)
                .doesNotContain(there.brokerOrderId());
    }

    @Test
    void case_08_a_cancel_of_an_order_that_is_not_there_says_so() {
        assertThat(
                        broker().cancel(
                                        new BrokerOrderId(
                                                UUID.nameUUIDFromBytes(new byte[9]).toString())))
                .isInstanceOf(CancelAnswer.Absent.class);
    }

    @Test
    void case_09_a_market_order_fills_and_makes_a_position() {
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        BrokerOrder there = acknowledged(intent(AT_MARKET));

        awaitClosed(there.brokerOrderId());

        BrokerOrder filled = found(broker().find(there.brokerOrderId()));
        assertThat(status(filled)).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.cumQty()).isEqualTo(Quantity.of("1"));
        assertThat(filled.avgPx()).isNotNull();
        Eventually.within(
                BOUND,
                "a position in AAPL",
                () ->
                        complete(broker().positions()).stream()
                                .anyMatch(position -> position.symbol().equals(AAPL)));
    }

    @Test
    void case_10_a_cancel_of_a_filled_order_is_refused() {
        Assumptions.assumeTrue(marketOrdersFill(), "the market is closed");
        BrokerOrder there = acknowledged(intent(AT_MARKET));
        awaitClosed(there.brokerOrderId());

        assertThat(broker().cancel(there.brokerOrderId())).isInstanceOf(CancelAnswer.Refused.class);
    }

    @Test
    void case_11_the_list_of_orders_shows_open_and_closed_ones_once_each() {
        List<BrokerOrderId> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(acknowledged(intent(RESTING)).brokerOrderId());
        }
        broker().cancel(sent.getFirst());
        awaitClosed(sent.getFirst());

        List<BrokerOrderId> listed =
                complete(broker().ordersSince(Instant.EPOCH)).stream()
                        .map(BrokerOrder::brokerOrderId)
                        .toList();

        assertThat(listed).containsAll(sent).doesNotHaveDuplicates();
    }

    @Test
    void case_12_an_order_in_something_that_does_not_exist_is_refused() {
        assertThat(
                        refusal(
                                order(
                                        new Symbol("ZZZZQ"),
                                        Side.BUY,
                                        "1",
                                        new OrderType.Market(),
                                        TimeInForce.DAY)))
                .isEqualTo(RejectReason.UNKNOWN_SYMBOL);
    }

    @Test
    void case_13_an_order_beyond_the_money_is_refused() {
        assertThat(
                        refusal(
                                order(
                                        AAPL,
                                        Side.BUY,
                                        "900000000",
                                        new OrderType.Limit(Price.of("150")),
                                        TimeInForce.DAY)))
                .isEqualTo(RejectReason.INSUFFICIENT_BUYING_POWER);
    }

    @Test
    void case_14_a_price_between_the_steps_is_refused() {
        assertThat(
                        refusal(
                                order(
                                        AAPL,
                                        Side.BUY,
                                        "1",
                                        new OrderType.Limit(Price.of("1.555")),
                                        TimeInForce.DAY)))
                .isEqualTo(RejectReason.PRICE_RULE);
    }

    @Test
    void case_15_the_account_has_money() {
        assertThat(complete(broker().account()).buyingPower()).isGreaterThan(Money.ZERO);
    }

    @Test
    void case_16_the_clock_tells_the_next_open_and_close() {
        assertThat(complete(broker().clock()).nextClose())
                .isAfter(complete(broker().clock()).now());
    }

    private Order intent(NewOrder terms) {
        OrderId id = ids().nextOrderId();
        return Order.intent(
                id,
                ids().clientOrderId(id),
                new IdempotencyKey(id.value()),
                terms,
                SampleOrders.START);
    }

    private BrokerOrder acknowledged(Order order) {
        SubmitAnswer answer = broker().submit(order);
        assertThat(answer).isInstanceOf(SubmitAnswer.Acknowledged.class);
        return ((SubmitAnswer.Acknowledged) answer).order();
    }

    private RejectReason refusal(NewOrder terms) {
        SubmitAnswer answer = broker().submit(intent(terms));
        assertThat(answer).isInstanceOf(SubmitAnswer.Refused.class);
        return ((SubmitAnswer.Refused) answer).reason();
    }

    private void awaitClosed(BrokerOrderId id) {
        Set<OrderStatus> ends =
                Set.of(OrderStatus.CANCELED, OrderStatus.FILLED, OrderStatus.REJECTED);
        Eventually.within(
                BOUND,
                "order " + id + " closed",
                () -> ends.contains(status(found(broker().find(id)))));
    }

    private static OrderStatus status(BrokerOrder order) {
        return switch (order.status()) {
            case ReportedStatus.Known known -> known.status();
            case ReportedStatus.Unrecognized unrecognized ->
                    throw new AssertionError("status word " + unrecognized.word());
        };
    }

    private static BrokerOrder found(OrderLookup lookup) {
        assertThat(lookup).isInstanceOf(OrderLookup.Found.class);
        return ((OrderLookup.Found) lookup).order();
    }

    private static <T> T complete(Fetched<T> fetched) {
        return switch (fetched) {
            case Fetched.Complete<T> complete -> complete.value();
            case Fetched.Failed<T> failed -> throw new AssertionError(failed.fault().text());
        };
    }

    private static NewOrder order(
            Symbol symbol, Side side, String orderQty, OrderType type, TimeInForce timeInForce) {
        return new NewOrder(symbol, side, Quantity.of(orderQty), type, timeInForce);
    }
}
