package dev.lockstep.domain.usecase.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Closes of a part of a position: exactly that part, once, next to other closes and after crashes.
 */
class ClosePartTest extends CloseFixture {
    private static final ClosePart FIVE = new ClosePart.ByQuantity(Quantity.of("5"));

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
    void a_percentage_of_less_than_a_share_is_refused_by_its_own_name() {
        hold("9");

        assertThatThrownBy(() ->
                        closePosition.close(AAPL, new ClosePart.ByPercentage(new BigDecimal("5"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "percent: 5 (expected: a quantity that can be traded of the position, 9)");
    }

    @Test
    void no_more_is_canceled_than_the_close_needs() {
        hold("10");
        Order takeProfit = exit("4", new OrderType.Limit(Price.of("250")));
        exit("6", new OrderType.Stop(Price.of("150")));
        closePosition.close(AAPL, FOUR);
        broker.set(takeProfit, OrderStatus.CANCELED, "0");

        resume();

        assertThat(broker.cancels()).hasSize(1);
        assertThat(sent()).containsExactly("SELL 4 Limit", "SELL 6 Stop", "SELL 4 Market");
    }

    @Test
    void all_may_be_wanted_while_a_part_is_being_closed_and_the_rest_follows() {
        hold("10");
        Order stop = stop();
        Order part = closing(closePosition.close(AAPL, FOUR));
        Order all = closing(closePosition.close(AAPL, WHOLE));
        assertThat(all.id()).isNotEqualTo(part.id());
        assertThat(closing(closePosition.close(AAPL, WHOLE)).id()).isEqualTo(all.id());
        broker.set(stop, OrderStatus.CANCELED, "0");
        resume();
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market");

        fill(part, "4");
        holdInstead("6");
        resume();

        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 6 Market");
        fill(broker.sends().getLast(), "6");
        broker.noPositions();
        resume();
        assertThat(closePosition.settled(all)).isTrue();
        assertThat(broker.sends()).hasSize(3);
    }

    @Test
    void the_whole_takes_its_actual_size_behind_a_part_that_was_requested_after_it() {
        hold("10");
        Order stop = stop();
        Order four = closing(closePosition.close(AAPL, FOUR));
        Order all = closing(closePosition.close(AAPL, WHOLE));
        Order five = closing(closePosition.closeAt(AAPL, null, FIVE, Price.of("240")));
        broker.set(stop, OrderStatus.CANCELED, "0");
        resume();
        fill(four, "4");
        holdInstead("6");

        resume();

        assertThat(stored(all).status()).isEqualTo(OrderStatus.CANCELED);
        Order instead = closing(closePosition.close(AAPL, WHOLE));
        assertThat(instead.terms().type()).isEqualTo(new OrderType.Market());
        assertThat(stored(all).state().text()).contains("order " + instead.id() + " closes the 6");
        broker.set(stored(five), OrderStatus.CANCELED, "0");
        resume();
        assertThat(sent())
                .containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 5 Limit", "SELL 6 Market");
    }

    @Test
    void another_part_is_not_closed_beside_one_that_is_under_way_and_the_caller_is_told() {
        hold("10");
        Order four = closing(closePosition.close(AAPL, FOUR));

        CloseResult other = closePosition.close(AAPL, new ClosePart.ByQuantity(Quantity.of("3")));

        assertThat(other).isEqualTo(new CloseResult.Busy(stored(four)));
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void a_part_whose_rest_could_not_be_protected_again_is_not_closed() {
        hold("10");
        Order stop = stop();
        ClosePart half = new ClosePart.ByQuantity(Quantity.of("4.5"));

        assertThat(closePosition.close(AAPL, half))
                .isInstanceOfSatisfying(
                        CloseResult.Held.class,
                        held -> assertThat(held.holding()).containsExactly(stop));
        assertThat(broker.cancels()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void a_crash_after_any_write_of_a_part_closes_it_once_and_protects_the_rest_once(int write) {
        hold("10");
        Order stop = stop();
        AtomicInteger writes = new AtomicInteger(write);
        Runnable crash =
                () -> {
                    if (writes.decrementAndGet() == 0) {
                        throw new IllegalStateException("the process is gone");
                    }
                };
        repository.onAdd(crash);
        repository.onUpdate(crash);
        survived(() -> closePosition.close(AAPL, FOUR));
        if (repository.search(OrderQuery.all()).size() == 1) {
            survived(() -> closePosition.close(AAPL, FOUR));
        }
        survived(closePosition::resume);
        broker.set(stop, OrderStatus.CANCELED, "0");
        for (int pass = 0; pass < 4; pass++) {
            survived(closePosition::resume);
            clock.pass(Duration.ofSeconds(20));
            survived(resolveUnknown::resolve);
        }
        survived(closePosition::resume);

        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 6 Stop");
    }

    private void survived(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException gone) {
            assertThat(gone).hasMessage("the process is gone");
        }
    }
}
