package dev.lockstep.domain.usecase.loop;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloseBackoffTest {
    private static final Symbol AAPL = new Symbol("AAPL");

    private final LoopFixture its = new LoopFixture();
    private final CloseBackoff backoff = new CloseBackoff(its.repository, its.clock);

    @BeforeEach
    void closeThatWaitsForItsStop() {
        Order entry = its.submitted();
        its.broker.set(entry, OrderStatus.FILLED, "10");
        its.broker.position(new Position(AAPL, NetQuantity.of("10")));
        sync();
        its.submitOrder.submit(
                new NewOrder(
                        AAPL,
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.Stop(Price.of("150")),
                        TimeInForce.GTC));
        new ClosePosition(its.repository, its.broker, its.sample.ids(), its.clock)
                .close(AAPL, new ClosePart.Whole());
    }

    @Test
    void a_close_that_waits_takes_ever_fewer_steps() {
        assertThat(stepsIn(Duration.ofMinutes(10))).isBetween(20, 25);
    }

    @Test
    void a_change_of_an_order_of_the_instrument_makes_the_next_step_due_at_once() {
        stepsIn(Duration.ofMinutes(10));
        backoff.due();
        assertThat(backoff.due()).isFalse();

        its.broker.set(its.broker.sends().getLast(), OrderStatus.CANCELED, "0");
        sync();

        assertThat(backoff.due()).isTrue();
    }

    private int stepsIn(Duration time) {
        int steps = 0;
        for (long second = 0; second < time.toSeconds(); second += 2) {
            steps += backoff.due() ? 1 : 0;
            its.clock.pass(Duration.ofSeconds(2));
        }
        return steps;
    }

    private void sync() {
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();
    }
}
