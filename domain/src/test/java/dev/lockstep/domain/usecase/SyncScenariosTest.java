package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.exit.SubmitContingentExit;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.AdoptOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What once went wrong elsewhere between a book and its broker must go right here. */
class SyncScenariosTest {
    private final LoopFixture its = new LoopFixture();

    @Test
    void a_take_profit_that_filled_while_we_were_away_closes_the_position_and_resends_nothing() {
        Order entry = its.submitOrder.submit(bracket()).order();
        Order exit = leg(entry);
        its.broker.set(entry, OrderStatus.FILLED, "10");
        set(exit, OrderStatus.FILLED, "10");

        its.loop.tick();

        assertThat(its.stored(entry).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(Holdings.NONE.plus(its.repository.search(OrderQuery.all())))
                .isEqualTo(Holdings.NONE);
        assertThat(its.broker.sends()).hasSize(1);
    }

    @Test
    void an_order_that_filled_long_ago_stays_filled_though_no_list_shows_it_and_questions_fail() {
        Order old = its.submitted();
        its.broker.set(old, OrderStatus.FILLED, "10");
        its.loop.tick();
        its.broker.forget(old);
        its.pass(Duration.ofMinutes(1));
        its.broker.down(true);
        its.pass(Duration.ofMinutes(1));

        assertThat(its.stored(old).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(its.repository.history(old.id())).hasSize(3);
    }

    @Test
    void an_order_outside_the_list_whose_look_up_fails_stays_as_it_was_and_the_sync_failed() {
        Order order = its.submitted();
        its.loop.tick();
        Order before = its.stored(order);
        its.broker.forget(order);
        its.broker.failFinds(true);

        its.pass(Duration.ofSeconds(5));

        assertThat(its.stored(order)).isEqualTo(before);
        assertThat(its.events(LoopEvent.SyncFailed.class)).hasSize(1);
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void of_fifty_changed_orders_a_bad_one_stops_no_other_and_each_change_has_its_event() {
        List<Order> orders = IntStream.range(0, 50).mapToObj(_ -> its.submitted()).toList();
        orders.forEach(order -> its.broker.set(order, OrderStatus.FILLED, "10"));
        Order bad = orders.get(25);
        its.broker.set(
                SampleOrders.like(SampleOrders.atBroker(bad, OrderStatus.NEW, "0"))
                        .brokerOrderId(new BrokerOrderId("another"))
                        .order());

        its.loop.tick();

        orders.stream()
                .filter(order -> !order.equals(bad))
                .forEach(order -> {
                    assertThat(its.stored(order).status()).isEqualTo(OrderStatus.FILLED);
                    assertThat(its.repository.history(order.id())).hasSize(3);
                });
        assertThat(its.stored(bad)).isEqualTo(bad);
        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .contains(IncidentKind.BROKER_ORDER_CONFLICT);
    }

    @Test
    void legs_that_no_list_shows_are_never_doubled_and_never_canceled_for_being_absent() {
        Order entry = its.submitOrder.submit(bracket()).order();
        Order exit = leg(entry);
        its.broker.hide(exit);

        its.pass(Duration.ofSeconds(15));

        assertThat(its.repository.legs(entry.id())).containsExactly(exit);
        assertThat(its.broker.cancels()).isEmpty();
        its.broker.show(exit);
        its.pass(Duration.ofSeconds(5));
        assertThat(its.repository.legs(entry.id())).containsExactly(exit);
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void the_legs_of_a_canceled_entry_end_with_it() {
        Order entry = its.submitOrder.submit(bracket()).order();
        Order exit = leg(entry);
        its.broker.set(entry, OrderStatus.CANCELED, "0");
        set(exit, OrderStatus.CANCELED, "0");

        its.loop.tick();

        assertThat(its.stored(entry).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_leg_that_waits_for_its_cancel_is_settled_though_its_entry_ended_long_ago() {
        Order entry = its.submitOrder.submit(bracket()).order();
        Order exit = leg(entry);
        its.broker.set(entry, OrderStatus.FILLED, "10");
        its.loop.tick();
        its.cancelOrder.cancel(exit.id());
        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        set(exit, OrderStatus.CANCELED, "0");

        its.pass(Duration.ofSeconds(7));

        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_position_closed_elsewhere_ends_the_exits_at_the_broker_and_leaves_the_entry_filled() {
        Order entry = its.submitOrder.submit(bracket()).order();
        Order exit = leg(entry);
        its.broker.set(entry, OrderStatus.FILLED, "10");
        set(exit, OrderStatus.NEW, "0");
        its.loop.tick();
        assertThat(its.broker.cancels()).isEmpty();

        its.pass(Duration.ofSeconds(30));

        assertThat(its.broker.cancels()).containsExactly(brokerOrderId(exit));
        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(its.stored(entry).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(its.openIncidents())
                .extracting(Incident::text)
                .anyMatch(text -> text.startsWith("10 by our orders, 0 at the broker"));
        set(exit, OrderStatus.CANCELED, "0");
        its.pass(Duration.ofSeconds(7));
        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_position_closed_elsewhere_ends_the_exits_that_wait_here() {
        Order entry = its.submitted();
        NewOrder stop =
                new NewOrder(
                        entry.terms().symbol(),
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.Stop(Price.of("150")),
                        TimeInForce.GTC);
        Order exit =
                new SubmitContingentExit(
                                its.repository, its.sample.ids(), its.clock, new AlpacaVenue())
                        .submit(entry.id(), stop)
                        .order();
        its.broker.set(entry, OrderStatus.FILLED, "10");

        its.pass(Duration.ofSeconds(45));

        assertThat(its.stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(its.broker.sends()).hasSize(1);
    }

    @Test
    void exits_of_a_position_that_could_not_be_fetched_go_on_working() {
        Order entry = its.submitOrder.submit(bracket()).order();
        its.broker.set(entry, OrderStatus.FILLED, "10");
        its.loop.tick();
        its.broker.down(true);

        its.pass(Duration.ofMinutes(2));

        assertThat(its.broker.cancels()).isEmpty();
    }

    @Test
    void after_a_restore_no_id_comes_again_and_what_was_sent_since_the_backup_can_be_adopted() {
        Order kept = its.submitted();
        Order lost = its.submitted();
        FailingRepository restored = new FailingRepository();
        restored.add(its.sample.intent(), Evidence.local("an order of the backup"));
        AdoptOrder adoptOrder = new AdoptOrder(restored, its.broker, its.sample.ids(), its.clock);
        SubmitOrder submitOrder =
                SampleUseCases.submitOrder(restored, its.broker, its.sample.ids(), its.clock);

        Order next = submitOrder.submit(SampleOrders.tenShares()).order();
        assertThat(next.id()).isGreaterThan(lost.id());
        assertThat(next.status()).isEqualTo(OrderStatus.ACCEPTED);
        adoptOrder.adopt(SampleOrders.brokerOrderId(kept));
        adoptOrder.adopt(SampleOrders.brokerOrderId(lost));

        assertThat(restored.byClientOrderId(lost.clientOrderId()))
                .map(Order::terms)
                .contains(lost.terms());
        assertThat(its.broker.sends()).hasSize(3);
    }

    @Test
    void a_closing_order_that_was_refused_is_not_sent_again_by_the_loop() {
        its.broker.position(new Position(new Symbol("AAPL"), NetQuantity.of("10")));
        ClosePosition closePosition =
                new ClosePosition(its.repository, its.broker, its.sample.ids(), its.clock);
        its.broker.next(NextSubmit.REFUSE);
        closePosition.close(new Symbol("AAPL"), new ClosePart.Whole());

        its.pass(Duration.ofMinutes(10));

        assertThat(its.broker.sends()).hasSize(1);
        closePosition.close(new Symbol("AAPL"), new ClosePart.Whole());
        assertThat(its.broker.sends()).hasSize(2);
    }

    private Order leg(Order entry) {
        return its.repository.legs(entry.id()).getFirst();
    }

    /** Sets how a leg stands, under the id that the broker gave it. */
    private void set(Order leg, OrderStatus status, String cumQty) {
        BrokerOrder there = SampleOrders.atBroker(leg, status, cumQty);
        its.broker.set(SampleOrders.like(there).brokerOrderId(brokerOrderId(leg)).order());
    }

    private BrokerOrderId brokerOrderId(Order leg) {
        return its.broker.book(leg.clientOrderId()).brokerOrderId();
    }

    private static NewOrder bracket() {
        return new NewOrder(
                        new Symbol("AAPL"),
                        Side.BUY,
                        Quantity.of("10"),
                        new OrderType.Market(),
                        TimeInForce.GTC)
                .with(
                        new OrderClass.Bracket(
                                new ExitLeg.TakeProfit(Price.of("210")),
                                new ExitLeg.StopLoss(Price.of("170"), null)));
    }
}
