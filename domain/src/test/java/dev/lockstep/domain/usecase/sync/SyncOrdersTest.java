package dev.lockstep.domain.usecase.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.audit.Replay;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyncOrdersTest {
    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private final SyncOrders syncOrders = new SyncOrders(repository, broker, sample.ids(), clock);

    @Test
    void an_order_that_filled_while_we_were_away_is_filled_and_nothing_is_sent() {
        Order order = submitted();
        broker.set(order, OrderStatus.FILLED, "10");

        SyncResult.Completed result = completed();

        assertThat(result.changed()).extracting(Order::status).containsExactly(OrderStatus.FILLED);
        assertThat(stored(order).avgPx()).isNotNull();
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void two_hundred_unchanged_orders_write_nothing() {
        List<Order> orders = IntStream.range(0, 200).mapToObj(_ -> submitted()).toList();

        assertThat(completed().changed()).isEmpty();
        SyncResult.Completed second = completed();

        assertThat(second.unchanged()).isEqualTo(200);
        assertThat(second.changed()).isEmpty();
        orders.forEach(order -> assertThat(repository.history(order.id())).hasSize(2));
    }

    @Test
    void many_orders_that_ended_are_read_by_one_list() {
        List<Order> orders = IntStream.range(0, 50).mapToObj(_ -> submitted()).toList();
        orders.forEach(order -> broker.set(order, OrderStatus.FILLED, "10"));

        assertThat(completed().changed()).hasSize(50);
        assertThat(broker.lookups()).isEqualTo(1);
    }

    @Test
    void orders_that_ended_are_not_fetched_with_all_others_again() {
        List<Order> orders = IntStream.range(0, 200).mapToObj(_ -> submitted()).toList();
        orders.subList(0, 50).forEach(order -> broker.set(order, OrderStatus.CANCELED, "0"));

        assertThat(completed().changed()).hasSize(50);
        assertThat(broker.listedOrders()).isEqualTo(200);
        assertThat(broker.lookups()).isEqualTo(1);
    }

    @Test
    void many_held_legs_are_read_by_one_list_though_they_are_neither_open_nor_closed() {
        NewOrder bracket =
                SampleOrders.tenShares()
                        .with(
                                new OrderClass.Bracket(
                                        new ExitLeg.TakeProfit(Price.of("120")),
                                        new ExitLeg.StopLoss(Price.of("80"), null)));
        IntStream.range(0, 50).forEach(_ -> submitOrder.submit(bracket));

        assertThat(completed().missing()).isEmpty();
        assertThat(broker.lookups()).isEqualTo(1);
    }

    @Test
    void the_list_begins_by_the_brokers_clock_however_far_it_is_from_ours() {
        clock.pass(Duration.ofHours(3));
        List<Order> orders = IntStream.range(0, 50).mapToObj(_ -> submitted()).toList();
        orders.forEach(order -> broker.set(order, OrderStatus.FILLED, "10"));

        assertThat(completed().changed()).hasSize(50);
        assertThat(broker.lookups()).isEqualTo(1);
    }

    @Test
    void a_book_of_more_than_one_page_is_synced_whole() {
        List<Order> orders = IntStream.range(0, 2_345).mapToObj(_ -> submitted()).toList();
        orders.forEach(order -> broker.set(order, OrderStatus.FILLED, "10"));

        assertThat(completed().changed()).hasSize(2_345);
    }

    @Test
    void a_failed_list_fails_the_pass_and_changes_nothing() {
        Order order = submitted();
        broker.set(order, OrderStatus.FILLED, "10");
        broker.listsDown(true);

        assertThat(syncOrders.sync()).isInstanceOf(SyncResult.Failed.class);
        assertThat(stored(order)).isEqualTo(order);
    }

    @Test
    void absence_from_the_list_and_from_the_book_changes_nothing_and_is_told() {
        Order order = submitted();
        broker.forget(order);

        SyncResult.Completed result = completed();

        assertThat(result.missing()).containsExactly(order);
        assertThat(stored(order)).isEqualTo(order);
    }

    @Test
    void an_unknown_order_that_the_list_shows_is_adopted() {
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order = submitted();

        completed();

        assertThat(stored(order).brokerOrderId()).isEqualTo(SampleOrders.brokerOrderId(order));
    }

    @Test
    void an_order_that_we_did_not_send_is_told_and_not_adopted() {
        BrokerOrder foreign =
                SampleOrders.atBroker(
                        new SampleOrders(new InstanceTag("other")).intent(), OrderStatus.NEW, "0");
        broker.foreign(foreign);

        SyncResult.Completed result = completed();

        assertThat(result.external()).containsExactly(foreign);
        assertThat(repository.byClientOrderId(foreign.clientOrderId())).isEmpty();
    }

    @Test
    void a_status_word_nobody_knows_is_kept_and_changes_nothing_else() {
        Order order = submitted();
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.ACCEPTED, "0");
        broker.set(
                SampleOrders.like(there)
                        .status(new ReportedStatus.Unrecognized("pondering"))
                        .order());

        completed();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(stored(order).state().brokerStatus()).isEqualTo("pondering");
    }

    @Test
    void an_order_under_another_broker_id_is_refused_and_the_others_go_on() {
        Order twisted = submitted();
        Order fine = submitted();
        broker.set(fine, OrderStatus.NEW, "0");
        BrokerOrder there = SampleOrders.atBroker(sample.intent(), OrderStatus.NEW, "0");
        broker.set(SampleOrders.like(there).clientOrderId(twisted.clientOrderId()).order());

        SyncResult.Completed result = completed();

        assertThat(result.notChanged()).hasSize(1);
        assertThat(stored(twisted)).isEqualTo(twisted);
        assertThat(stored(fine).status()).isEqualTo(OrderStatus.NEW);
    }

    private SyncResult.Completed completed() {
        SyncResult result = syncOrders.sync();
        assertThat(result).isInstanceOf(SyncResult.Completed.class);
        return (SyncResult.Completed) result;
    }

    @Test
    void an_order_that_the_broker_made_smaller_is_synced_on_and_counted_as_it_works() {
        Order order = submitted();
        broker.set(
                SampleOrders.like(SampleOrders.atBroker(order, OrderStatus.PARTIALLY_FILLED, "2"))
                        .amount("6")
                        .order());

        assertThat(completed().external()).isEmpty();

        assertThat(stored(order).terms().orderQty()).isEqualTo(Quantity.of("6"));
        assertThat(stored(order).leavesQty()).isEqualTo(Quantity.of("4"));
        assertThat(completed().changed()).isEmpty();
    }

    @Test
    void an_order_that_a_split_multiplied_is_taken_over_with_its_price() {
        Order order =
                submitOrder
                        .submit(SampleOrders.tenShares().with(new OrderType.Limit(Price.of("200"))))
                        .order();
        NewOrder split =
                order.terms()
                        .with(new OrderAmount.ByQuantity(Quantity.of("100")))
                        .with(new OrderType.Limit(Price.of("20")));
        broker.set(
                SampleOrders.like(SampleOrders.atBroker(order, OrderStatus.NEW, "0"))
                        .terms(split)
                        .order());

        completed();

        assertThat(stored(order).terms()).isEqualTo(split);
        assertThat(new Replay(stored(order), repository.history(order.id())).differences())
                .isEmpty();
    }

    private Order submitted() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
