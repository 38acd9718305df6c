package dev.lockstep.domain.usecase.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.value.InvalidValueException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Closes of whole positions: one order each, whatever happens meanwhile. */
class ClosePositionTest extends CloseFixture {
    @Test
    void a_position_that_nothing_holds_is_closed_by_one_market_order() {
        hold("10");

        Order order = closing(closePosition.close(AAPL, WHOLE));

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.terms().side()).isEqualTo(Side.SELL);
        assertThat(order.terms().orderQty()).isEqualTo(Quantity.of("10"));
    }

    @Test
    void a_short_position_is_bought_back() {
        hold("-3");

        assertThat(closing(closePosition.close(AAPL, WHOLE)).terms().side()).isEqualTo(Side.BUY);
    }

    @Test
    void close_pressed_five_times_cancels_the_stop_first_and_sends_one_closing_order() {
        hold("10");
        Order stop = stop();
        for (int press = 0; press < 5; press++) {
            Order waiting = closing(closePosition.close(AAPL, WHOLE));
            assertThat(waiting.status()).isEqualTo(OrderStatus.WAITING);
        }
        assertThat(broker.cancels()).hasSize(1);
        assertThat(broker.sends()).hasSize(1);

        broker.set(stop, OrderStatus.CANCELED, "0");
        for (int press = 0; press < 5; press++) {
            closing(closePosition.close(AAPL, WHOLE));
        }

        assertThat(broker.sends()).hasSize(2);
        assertThat(broker.sends().getLast().terms().type()).isEqualTo(new OrderType.Market());
    }

    @Test
    void a_wish_survives_a_crash_and_is_resumed() {
        hold("10");
        Order stop = stop();
        repository.onAdd(() -> {
            throw new IllegalStateException("the process is gone");
        });
        assertThatThrownBy(() -> closePosition.close(AAPL, WHOLE))
                .isInstanceOf(IllegalStateException.class);
        repository.onAdd(() -> {});

        resume();
        broker.set(stop, OrderStatus.CANCELED, "0");
        resume();
        resume();

        assertThat(broker.cancels()).hasSize(1);
        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void a_position_that_is_gone_is_told_and_one_that_cannot_be_fetched_closes_nothing() {
        assertThat(closePosition.close(AAPL, WHOLE)).isEqualTo(new CloseResult.Gone(AAPL));
        hold("10");
        broker.down(true);

        assertThat(closePosition.close(AAPL, WHOLE)).isInstanceOf(CloseResult.Failed.class);
        assertThat(repository.search(OrderQuery.all())).isEmpty();
    }

    @Test
    void a_position_that_its_stop_closed_meanwhile_is_not_sold_twice() {
        Position position = new Position(AAPL, NetQuantity.of("10"));
        broker.position(position);
        Order stop = stop();
        Order request = closing(closePosition.close(AAPL, WHOLE));
        broker.set(stop, OrderStatus.FILLED, "10");
        broker.noPositions();

        resume();

        assertThat(repository.find(request.id()).orElseThrow().status())
                .isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void after_a_refused_close_the_next_one_is_an_order_of_its_own() {
        hold("10");
        broker.next(FakeBroker.NextSubmit.REFUSE);
        Order refused = closing(closePosition.close(AAPL, WHOLE));
        assertThat(refused.status()).isEqualTo(OrderStatus.REJECTED);

        Order again = closing(closePosition.close(AAPL, WHOLE));

        assertThat(again.id()).isNotEqualTo(refused.id());
        assertThat(again.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a_close_that_fills_while_another_one_asks_for_the_position_is_the_only_one() {
        hold("10");
        AtomicBoolean asked = new AtomicBoolean();
        Broker slow =
                (Broker)
                        Proxy.newProxyInstance(
                                Broker.class.getClassLoader(),
                                new Class<?>[] {Broker.class},
                                (_, method, args) -> {
                                    Object answer = method.invoke(broker, args);
                                    if (method.getName().equals("positions")
                                            && asked.compareAndSet(false, true)) {
                                        filled(closing(closePosition.close(AAPL, FOUR)));
                                    }
                                    return answer;
                                });

        Order order =
                closing(new ClosePosition(repository, slow, sample.ids(), clock).close(AAPL, FOUR));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(broker.sends()).containsExactly(broker.sends().getFirst());
    }

    private void filled(Order order) {
        broker.set(order, OrderStatus.FILLED, "4");
        new SyncOrders(repository, broker, sample.ids(), clock).sync();
        broker.noPositions();
        hold("6");
    }

    @Test
    void a_close_that_never_arrived_is_not_sent_again_once_the_position_is_gone() {
        hold("10");
        broker.next(FakeBroker.NextSubmit.LOSE_THE_REQUEST);
        Order close = closing(closePosition.close(AAPL, WHOLE));
        assertThat(close.status()).isEqualTo(OrderStatus.UNKNOWN);
        broker.noPositions();
        clock.pass(Duration.ofSeconds(20));

        resolveUnknown.resolve();

        assertThat(stored(close).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void a_close_that_never_arrived_goes_out_again_while_the_position_is_there() {
        hold("10");
        broker.next(FakeBroker.NextSubmit.LOSE_THE_REQUEST);
        Order close = closing(closePosition.close(AAPL, WHOLE));
        clock.pass(Duration.ofSeconds(20));

        resolveUnknown.resolve();

        assertThat(stored(close).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void a_caller_cannot_choose_a_key_that_looks_like_a_close() {
        SubmitOrder submitOrder =
                SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);

        assertThatThrownBy(() ->
                        submitOrder.submit(
                                SampleOrders.tenShares(),
                                new IdempotencyKey("close position of AAPL by hand")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("does not begin with 'close position of '");
        assertThat(repository.search(OrderQuery.all())).isEmpty();
    }
}
