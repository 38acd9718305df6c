package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.reverse.ReversalResult;
import dev.lockstep.domain.usecase.reverse.ReversalResult.Reversing;
import dev.lockstep.domain.usecase.reverse.ReversePosition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The trading loop carries a requested reversal out. */
class LoopReversalsTest {
    private static final Symbol AAPL = new Symbol("AAPL");

    private final LoopFixture its = new LoopFixture();
    private final ReversePosition reversePosition =
            new ReversePosition(
                    its.repository,
                    its.broker,
                    its.sample.ids(),
                    its.clock,
                    new MarketWatch(its.broker, MarketData.unavailable(), its.clock),
                    Assets.unavailable());

    @Test
    void the_other_direction_is_opened_when_the_close_has_filled() {
        its.broker.position(new Position(AAPL, NetQuantity.of("10")));
        ReversalResult result = reversePosition.reverse(AAPL);
        assertThat(result).isInstanceOf(Reversing.class);
        Order close = ((Reversing) result).close();
        its.pass(Duration.ofSeconds(10));
        assertThat(its.broker.sends()).hasSize(1);

        its.broker.set(close, OrderStatus.FILLED, "10");
        its.broker.noPositions();
        its.pass(Duration.ofSeconds(10));

        Order order = its.stored(((Reversing) result).order());
        assertThat(its.broker.sends())
                .extracting(Order::id)
                .containsExactly(close.id(), order.id());
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(its.events(LoopEvent.OrderChanged.class))
                .anyMatch(event -> event.order().id().equals(order.id()));
    }
}
