package dev.lockstep.domain.usecase.close;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closes that another close of the same position overtakes while the broker is asked. */
class CloseRaceTest extends CloseFixture {
    private static final ClosePart THREE = new ClosePart.ByQuantity(Quantity.of("3"));

    @BeforeEach
    void position() {
        hold("10");
    }

    @Test
    void the_whole_is_closed_behind_a_part_that_was_stored_first() {
        Order whole = closing(overtakenBy(this::part).close(AAPL, WHOLE));

        assertThat(whole.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(sent()).containsExactly("SELL 4 Market");
        fill(broker.sends().getFirst(), "4");
        holdInstead("6");
        resume();
        assertThat(sent()).containsExactly("SELL 4 Market", "SELL 6 Market");
    }

    @Test
    void the_rest_is_closed_if_a_part_was_filled_first() {
        Order whole = closing(overtakenBy(this::filledPart).close(AAPL, WHOLE));

        assertThat(whole.terms().orderQty()).isEqualTo(Quantity.of("6"));
        assertThat(sent()).containsExactly("SELL 4 Market", "SELL 6 Market");
    }

    @Test
    void the_rest_is_closed_if_a_part_in_progress_fills_meanwhile() {
        Order part = part();
        Runnable fills = () -> filled(part);

        Order whole = closing(overtakenBy(fills).close(AAPL, WHOLE));

        assertThat(whole.terms().orderQty()).isEqualTo(Quantity.of("6"));
        assertThat(sent()).containsExactly("SELL 4 Market", "SELL 6 Market");
    }

    @Test
    void another_part_is_busy() {
        assertThat(overtakenBy(this::part).close(AAPL, THREE)).isInstanceOf(CloseResult.Busy.class);
        assertThat(sent()).containsExactly("SELL 4 Market");
    }

    @Test
    void another_part_is_busy_also_if_the_first_was_filled() {
        assertThat(overtakenBy(this::filledPart).close(AAPL, THREE))
                .isInstanceOf(CloseResult.Busy.class);
        assertThat(sent()).containsExactly("SELL 4 Market");
    }

    @Test
    void the_same_percentage_is_closed_once() {
        ClosePart half = new ClosePart.ByPercentage(new BigDecimal("40"));

        Order order = closing(overtakenBy(this::filledPart).close(AAPL, half));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(sent()).containsExactly("SELL 4 Market");
    }

    @Test
    void a_strategy_without_a_part_gets_no_order_of_another_one() {
        part();

        assertThat(closePosition.close(AAPL, new StrategyId("trend"), WHOLE))
                .isEqualTo(new CloseResult.Gone(AAPL));
    }

    private Order part() {
        return closing(closePosition.close(AAPL, FOUR));
    }

    private void filledPart() {
        filled(part());
    }

    private void filled(Order order) {
        fill(order, "4");
        new SyncOrders(repository, broker, sample.ids(), clock).sync();
        holdInstead("6");
    }

    /** Returns closes that another one overtakes while the positions are on their way. */
    private ClosePosition overtakenBy(Runnable other) {
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
                                        other.run();
                                    }
                                    return answer;
                                });
        return new ClosePosition(repository, slow, sample.ids(), clock);
    }
}
