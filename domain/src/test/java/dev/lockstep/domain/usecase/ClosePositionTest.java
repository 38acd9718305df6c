package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.FakeBroker;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.SampleOrders;
import dev.lockstep.domain.port.TestClock;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.value.InvalidValueException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ClosePositionTest {
    private static final Symbol AAPL = new Symbol("AAPL");
    private static final ClosePart WHOLE = new ClosePart.Whole();

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final ClosePosition closePosition =
            new ClosePosition(repository, broker, sample.ids(), clock);

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

        closePosition.resume();
        broker.set(stop, OrderStatus.CANCELED, "0");
        closePosition.resume();
        closePosition.resume();

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
        Order wish = closing(closePosition.close(AAPL, WHOLE));
        broker.set(stop, OrderStatus.FILLED, "10");
        broker.noPositions();

        closePosition.resume();

        assertThat(repository.find(wish.id()).orElseThrow().status())
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
    void a_part_is_sold_exactly_and_never_more_than_the_position() {
        hold("10");
        ClosePart third = new ClosePart.ByPercentage(new BigDecimal("33"));
        ClosePart eleven = new ClosePart.ByQuantity(Quantity.of("11"));

        assertThatThrownBy(() -> closePosition.close(AAPL, eleven))
                .isInstanceOf(InvalidValueException.class);
        assertThat(closing(closePosition.close(AAPL, third)).terms().orderQty())
                .isEqualTo(Quantity.of("3"));
    }

    @Test
    void a_close_that_fills_while_another_one_asks_for_the_position_is_the_only_one() {
        hold("10");
        ClosePart four = new ClosePart.ByQuantity(Quantity.of("4"));
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
                                        filled(closing(closePosition.close(AAPL, four)));
                                    }
                                    return answer;
                                });

        Order order =
                closing(new ClosePosition(repository, slow, sample.ids(), clock).close(AAPL, four));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(broker.sends()).containsExactly(broker.sends().getFirst());
    }

    private void filled(Order order) {
        broker.set(order, OrderStatus.FILLED, "4");
        new SyncOrders(repository, broker, clock).sync();
        broker.noPositions();
        hold("6");
    }

    @Test
    void a_part_that_a_stop_holds_is_not_closed_so_that_the_rest_stays_protected() {
        hold("10");
        Order stop = stop();
        ClosePart four = new ClosePart.ByQuantity(Quantity.of("4"));

        assertThat(closePosition.close(AAPL, four)).isEqualTo(new CloseResult.Held(List.of(stop)));
        assertThat(broker.cancels()).isEmpty();
    }

    private void hold(String netQty) {
        broker.position(new Position(AAPL, NetQuantity.of(netQty)));
    }

    private Order stop() {
        NewOrder terms =
                new NewOrder(
                        AAPL,
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.Stop(Price.of("150")),
                        TimeInForce.GTC);
        return new SubmitOrder(repository, broker, sample.ids(), clock).submit(terms).order();
    }

    private static Order closing(CloseResult result) {
        assertThat(result).isInstanceOf(CloseResult.Closing.class);
        return ((CloseResult.Closing) result).order();
    }
}
