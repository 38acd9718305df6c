package dev.lockstep.domain.usecase.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.value.InvalidValueException;
import org.junit.jupiter.api.Test;

/** Closes at a limit: they free their shares like a close at the market, and then rest. */
class LimitCloseTest extends CloseFixture {
    private static final Price LIMIT = Price.of("240");

    @Test
    void a_close_at_a_limit_is_one_order_at_that_price_which_rests() {
        hold("10");

        Order order = closing(closePosition.closeAt(AAPL, null, WHOLE, LIMIT));

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.terms().type()).isEqualTo(new OrderType.Limit(LIMIT));
        assertThat(order.terms().timeInForce()).isEqualTo(TimeInForce.GTC);
    }

    @Test
    void it_cancels_the_stop_that_holds_its_shares_first_and_protects_the_rest_again() {
        hold("10");
        Order stop = stop();
        Order waiting = closing(closePosition.closeAt(AAPL, null, FOUR, LIMIT));
        assertThat(waiting.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(broker.cancels()).hasSize(1);

        broker.set(stop, OrderStatus.CANCELED, "0");
        resume();
        resume();

        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Limit", "SELL 6 Stop");
    }

    @Test
    void requested_twice_at_one_price_it_is_one_order() {
        hold("10");
        Order first = closing(closePosition.closeAt(AAPL, null, FOUR, LIMIT));

        Order again = closing(closePosition.closeAt(AAPL, null, FOUR, LIMIT));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(sent()).containsExactly("SELL 4 Limit");
    }

    @Test
    void the_whole_of_a_position_that_has_grown_is_not_answered_by_the_smaller_one_that_rests() {
        hold("10");
        Order first = closing(closePosition.closeAt(AAPL, null, WHOLE, LIMIT));
        holdInstead("15");

        Order all = closing(closePosition.closeAt(AAPL, null, WHOLE, LIMIT));
        assertThat(all.id()).isNotEqualTo(first.id());
        broker.set(stored(first), OrderStatus.CANCELED, "0");
        resume();

        assertThat(sent()).containsExactly("SELL 10 Limit", "SELL 15 Limit");
    }

    @Test
    void when_it_is_canceled_the_stop_comes_back_for_its_shares() {
        hold("10");
        Order stop = stop();
        closePosition.closeAt(AAPL, null, WHOLE, LIMIT);
        broker.set(stop, OrderStatus.CANCELED, "0");
        resume();
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 10 Limit");

        broker.set(broker.sends().getLast(), OrderStatus.CANCELED, "3");
        holdInstead("7");
        resume();

        assertThat(sent()).endsWith("SELL 7 Stop").hasSize(3);
    }

    @Test
    void a_close_at_the_market_takes_the_shares_of_one_that_rests() {
        hold("10");
        Order limit = closing(closePosition.closeAt(AAPL, null, WHOLE, LIMIT));

        Order waiting = closing(closePosition.close(AAPL, WHOLE));
        assertThat(waiting.id()).isNotEqualTo(limit.id());
        assertThat(broker.cancels()).hasSize(1);
        broker.set(limit, OrderStatus.CANCELED, "0");
        resume();

        assertThat(sent()).containsExactly("SELL 10 Limit", "SELL 10 Market");
    }

    @Test
    void a_part_at_the_market_leaves_the_rest_at_the_limit() {
        hold("10");
        Order limit = closing(closePosition.closeAt(AAPL, null, WHOLE, LIMIT));

        closePosition.close(AAPL, FOUR);
        broker.set(limit, OrderStatus.CANCELED, "0");
        resume();
        resume();

        assertThat(sent()).containsExactly("SELL 10 Limit", "SELL 4 Market", "SELL 6 Limit");
    }

    @Test
    void at_another_price_it_takes_the_place_of_the_first_which_does_not_come_back() {
        hold("10");
        Order stop = stop();
        Order first = closing(closePosition.closeAt(AAPL, null, WHOLE, LIMIT));
        broker.set(stop, OrderStatus.CANCELED, "0");
        resume();

        closePosition.closeAt(AAPL, null, WHOLE, Price.of("235"));
        broker.set(stored(first), OrderStatus.CANCELED, "0");
        resume();
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 10 Limit", "SELL 10 Limit");
        Order second = broker.sends().getLast();
        assertThat(second.terms().type()).isEqualTo(new OrderType.Limit(Price.of("235")));

        broker.set(second, OrderStatus.CANCELED, "0");
        resume();
        resume();

        assertThat(sent()).endsWith("SELL 10 Stop").hasSize(4);
    }

    @Test
    void a_stop_stays_away_while_the_limit_rests_also_after_another_close_has_filled() {
        hold("10");
        Order stop = stop();
        closePosition.closeAt(AAPL, null, FOUR, LIMIT);
        broker.set(stop, OrderStatus.CANCELED, "0");
        resume();
        resume();
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Limit", "SELL 6 Stop");

        holdInstead("14");
        closePosition.close(AAPL, FOUR);
        fill(broker.sends().getLast(), "4");
        holdInstead("10");
        resume();

        assertThat(sent())
                .containsExactly("SELL 10 Stop", "SELL 4 Limit", "SELL 6 Stop", "SELL 4 Market");
    }

    @Test
    void a_refused_one_leaves_the_whole_position_protected_again() {
        hold("10");
        Order stop = stop();
        closePosition.closeAt(AAPL, null, FOUR, LIMIT);
        broker.set(stop, OrderStatus.CANCELED, "0");
        broker.next(FakeBroker.NextSubmit.REFUSE);

        resume();

        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Limit", "SELL 10 Stop");
    }

    @Test
    void a_price_that_the_venue_does_not_take_is_named_before_anything_is_canceled() {
        hold("10");
        stop();

        assertThatThrownBy(() -> closePosition.closeAt(AAPL, null, FOUR, Price.of("240.001")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("limitPrice")
                .hasMessageContaining("240.001");
        assertThat(broker.cancels()).isEmpty();
    }
}
