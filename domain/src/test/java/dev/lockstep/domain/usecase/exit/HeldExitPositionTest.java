package dev.lockstep.domain.usecase.exit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.close.ExitRoom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Held exits next to their position: they wait for it, take what is free of it, and end with it.
 */
class HeldExitPositionTest extends HeldExitFixture {
    @Test
    void an_exit_whose_position_was_closed_by_hand_ends_and_is_never_sent() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        soldByHand("10");

        release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(stored(exit).state().text())
                .isEqualTo("the position that it was to close is closed");
        assertThat(broker.sends()).extracting(Order::id).doesNotContain(exit.id());
    }

    @Test
    void an_exit_waits_while_its_position_is_being_closed_and_ends_with_it() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        ClosePosition closePosition = new ClosePosition(repository, broker, sample.ids(), clock);
        CloseResult result = closePosition.close(entry.terms().symbol(), new ClosePart.Whole());
        Order close = ((CloseResult.Closing) result).order();

        release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);
        assertThat(stored(exit).state().text()).contains("waits for close " + close.id());

        broker.set(close, OrderStatus.FILLED, "10");
        broker.noPositions();
        syncOrders.sync();
        clock.pass(Duration.ofSeconds(5));
        release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).extracting(Order::id).containsExactly(entry.id(), close.id());
    }

    @Test
    void an_exit_waits_for_the_broker_to_show_the_position_and_not_for_ever() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        broker.noPositions();

        release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);
        assertThat(stored(exit).state().text())
                .isEqualTo("waits for the broker to show 10, shows 0");

        clock.pass(ExitRoom.BROKER_LAG);
        release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void an_exit_waits_no_longer_and_no_shorter_after_the_wall_clock_was_set(long seconds) {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        broker.noPositions();
        release();

        clock.step(Duration.ofSeconds(seconds));
        clock.pass(Duration.ofSeconds(6));
        release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);

        clock.pass(ExitRoom.BROKER_LAG);
        release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void an_exit_stays_while_the_position_cannot_be_asked_for() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        clock.pass(ExitRoom.BROKER_LAG);
        broker.down(true);

        release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);

        broker.down(false);
        release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void an_exit_beside_a_stop_sent_by_hand_names_it_and_takes_what_it_leaves() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        Order byHand = submitOrder.submit(stop("6")).order();

        release();
        assertThat(stored(exit).state().text())
                .isEqualTo("waits for the shares of order " + byHand.id());

        clock.pass(ExitRoom.BROKER_LAG);
        release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends().getLast().terms().orderQty()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void an_exit_whose_entry_ended_long_ago_ends_unsent() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        clock.pass(ExitRoom.MAX_AGE.plusSeconds(1));

        release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(stored(exit).state().text()).contains("ended more than 5 days ago");
    }

    @Test
    void the_exit_of_a_strategy_ends_once_that_strategy_holds_nothing() {
        StrategyId strategy = new StrategyId("trend");
        Order entry = submitOrder.submit(SampleOrders.tenShares().with(strategy)).order();
        Order exit = submitExit.submit(entry.id(), stop("10").with(strategy)).order();
        became(entry, OrderStatus.FILLED, "10");
        Order others = entry();
        became(others, OrderStatus.FILLED, "10");
        Order closed = submitOrder.submit(market("10").with(strategy)).order();
        became(closed, OrderStatus.FILLED, "10");
        position("10");

        release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
    }
}
