package dev.lockstep.domain.usecase.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResolveUnknownTest {
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration TTL = Duration.ofSeconds(60);

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final OrderIds ids = new SampleOrders().ids();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, ids, clock);
    private final ResolveUnknown resolveUnknown =
            new ResolveUnknown(
                    repository,
                    repository.riskControl(),
                    broker,
                    ids,
                    clock,
                    new RecoveryPolicy(GRACE, TTL));

    @Test
    void an_order_that_landed_is_adopted_and_not_sent_again() {
        Order order = submitted(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);

        Resolution resolution = resolveUnknown.resolve();

        assertThat(resolution.settled()).extracting(Order::id).containsExactly(order.id());
        assertThat(stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(stored(order).state().text()).isEmpty();
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_order_whose_answer_could_not_be_stored_is_adopted() {
        repository.failUpdates(true);
        Order order = submitOrder.submit(SampleOrders.tenShares()).order();
        repository.failUpdates(false);

        resolveUnknown.resolve();

        assertThat(stored(order).brokerOrderId()).isEqualTo(SampleOrders.brokerOrderId(order));
        assertThat(broker.orders()).isEqualTo(1);
    }

    @Test
    void no_such_order_right_after_the_send_proves_nothing() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        clock.pass(GRACE.minusNanos(1));

        Resolution resolution = resolveUnknown.resolve();

        assertThat(resolution.unresolved()).hasSize(1);
        assertThat(stored(order).status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_order_that_never_arrived_goes_out_again_under_the_same_id_while_it_is_wanted() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        clock.pass(GRACE);

        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends())
                .extracting(Order::clientOrderId)
                .containsExactly(order.clientOrderId(), order.clientOrderId());
        assertThat(broker.orders()).isEqualTo(1);
    }

    @Test
    void an_order_that_never_arrived_is_closed_once_it_is_not_wanted_any_more() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        clock.pass(TTL);

        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_order_that_no_connection_took_is_sent_under_the_same_id_or_ends_as_never_accepted() {
        Order first = submitted(NextSubmit.REFUSE_THE_CONNECTION);
        clock.pass(GRACE);
        resolveUnknown.resolve();

        assertThat(stored(first).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.book(first.clientOrderId()).brokerOrderId())
                .isEqualTo(stored(first).brokerOrderId());

        Order late = submitted(NextSubmit.REFUSE_THE_CONNECTION);
        clock.pass(TTL);
        resolveUnknown.resolve();

        assertThat(stored(late).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(broker.orders()).isEqualTo(1);
    }

    @Test
    void the_grace_period_begins_anew_with_each_send() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        clock.pass(GRACE);
        broker.next(NextSubmit.LOSE_THE_REQUEST);
        resolveUnknown.resolve();
        clock.pass(GRACE.minusNanos(1));

        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void an_order_whose_sender_died_twice_goes_out_a_third_time() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        for (int death = 0; death < 2; death++) {
            clock.pass(GRACE);
            broker.onSubmit(_ -> {
                throw new IllegalStateException("killed");
            });
            assertThatThrownBy(resolveUnknown::resolve).hasMessage("killed");
        }
        broker.onSubmit(_ -> {});
        clock.pass(GRACE);

        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a_question_that_fails_decides_nothing() {
        Order order = submitted(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        clock.pass(TTL.multipliedBy(2));
        broker.down(true);

        Resolution resolution = resolveUnknown.resolve();

        assertThat(resolution.unresolved())
                .extracting(Resolution.Unresolved::text)
                .containsExactly("the fake broker is down");
        assertThat(stored(order).status()).isEqualTo(OrderStatus.UNKNOWN);
    }

    @Test
    void a_refusal_of_the_second_send_is_not_believed_while_the_first_one_may_have_landed() {
        Order order = submitted(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        broker.hide(order);
        clock.pass(GRACE);
        broker.next(NextSubmit.REFUSE);
        broker.onSubmit(broker::show);

        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a_refusal_of_the_second_send_counts_when_the_first_one_is_not_there() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        clock.pass(GRACE);
        broker.next(NextSubmit.REFUSE);

        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void an_order_of_the_other_side_under_our_id_is_not_adopted() {
        Order order = submitted(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.NEW, "0");
        NewOrder sale =
                new NewOrder(
                        order.terms().symbol(),
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.Market(),
                        TimeInForce.DAY);
        broker.set(SampleOrders.like(there).terms(sale).order());

        assertThat(resolveUnknown.resolve().unresolved())
                .extracting(Resolution.Unresolved::text)
                .allMatch(text -> text.startsWith("the broker's order differs from ours"));
        assertThat(stored(order).brokerOrderId()).isNull();
    }

    @Test
    void a_cancel_that_was_asked_for_meanwhile_goes_out_once_the_order_is_found() {
        Order order = submitted(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        new CancelOrder(repository, broker, clock).cancel(order.id());

        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(broker.cancels()).containsExactly(SampleOrders.brokerOrderId(order));
    }

    @Test
    void an_order_that_never_arrived_and_is_to_be_canceled_is_not_sent_again() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        new CancelOrder(repository, broker, clock).cancel(order.id());
        clock.pass(GRACE);

        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void two_processes_that_resolve_at_once_send_an_order_once() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        clock.pass(GRACE);
        broker.onFind(_ -> {
            broker.onFind(_ -> {});
            resolveUnknown.resolve();
        });

        resolveUnknown.resolve();

        assertThat(broker.sends()).hasSize(2);
        assertThat(stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void an_order_believed_never_accepted_comes_back_when_the_broker_shows_it() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        clock.pass(TTL);
        resolveUnknown.resolve();
        broker.submit(order, SendGuard.ALWAYS);

        new SyncOrders(repository, broker, ids, clock).sync();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void an_order_that_never_arrived_stays_here_while_trading_is_halted() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        new ControlRisk(repository.riskControl(), clock).halt("tester", "news");
        clock.pass(GRACE);

        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(stored(order).state().text())
                .contains("not sent again: trading_halted field=operator value=news");
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_order_that_never_arrived_waits_for_the_next_sync_while_the_last_one_is_too_old() {
        Order order = submitted(NextSubmit.LOSE_THE_REQUEST);
        ControlRisk controlRisk = new ControlRisk(repository.riskControl(), clock);
        controlRisk.apply(Restriction.SYNC, "the last good sync was long ago");
        clock.pass(GRACE);

        resolveUnknown.resolve();

        assertThat(stored(order).status().unresolved()).isTrue();

        controlRisk.release(Restriction.SYNC, "a sync came through");
        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void an_order_that_reduces_a_position_goes_out_again_also_while_trading_is_halted() {
        Symbol symbol = SampleOrders.tenShares().symbol();
        Order entry = submitOrder.submit(SampleOrders.tenShares()).order();
        broker.set(entry, OrderStatus.FILLED, "10");
        new SyncOrders(repository, broker, ids, clock).sync();
        broker.position(new Position(symbol, NetQuantity.of("10")));
        broker.next(NextSubmit.LOSE_THE_REQUEST);
        NewOrder exit =
                new NewOrder(
                        symbol,
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.Market(),
                        TimeInForce.DAY);
        Order order = submitOrder.submit(exit).order();
        new ControlRisk(repository.riskControl(), clock).halt("tester", "news");
        clock.pass(GRACE);

        resolveUnknown.resolve();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).hasSize(3);
    }

    private Order submitted(NextSubmit mishap) {
        broker.next(mishap);
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
