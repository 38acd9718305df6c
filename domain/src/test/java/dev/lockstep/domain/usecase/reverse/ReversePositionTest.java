package dev.lockstep.domain.usecase.reverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderPurpose.Reversal;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.Author;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.close.CloseResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reversals of a position, step by step and with crashes between the steps. */
class ReversePositionTest extends ReversalFixture {
    @BeforeEach
    void position() {
        hold("10");
    }

    @Test
    void a_position_is_closed_and_the_other_direction_is_opened_once_nothing_is_held() {
        ReversalResult.Reversing result = reversed();

        assertThat(result.close().terms().side()).isEqualTo(Side.SELL);
        assertThat(result.order().status()).isEqualTo(OrderStatus.WAITING);
        assertThat(result.order().purpose()).isEqualTo(new Reversal(result.close().id()));
        assertThat(text(result.order())).contains(result.close().id().value());
        resume();
        assertThat(sent()).containsExactly("SELL 10");

        fill(result.close(), "0");
        assertThat(resume()).extracting(Order::id).contains(result.order().id());

        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
        assertThat(status(result.order())).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a_short_position_becomes_a_long_one() {
        hold("-3");
        ReversalResult.Reversing result = reversed();

        fill(result.close(), "0");
        resume();

        assertThat(sent()).containsExactly("BUY 3", "BUY 3");
    }

    @Test
    void a_part_of_a_share_is_closed_and_not_opened() {
        hold("10.5");
        ReversalResult.Reversing result = reversed();

        fill(result.close(), "0");
        resume();

        assertThat(sent()).containsExactly("SELL 10.5", "SELL 10");
    }

    @Test
    void a_position_that_has_no_other_direction_is_left_alone() {
        hold("0.5");
        assertThat(reversePosition.reverse(AAPL)).isInstanceOf(ReversalResult.Denied.class);

        Symbol coin = new Symbol("BTC/USD");
        broker.position(new Position(coin, NetQuantity.of("2")));
        assertThat(reversePosition.reverse(coin)).isInstanceOf(ReversalResult.Denied.class);

        assertThat(sent()).isEmpty();
    }

    @Test
    void nothing_held_is_nothing_to_reverse_and_a_failed_fetch_is_not_flat() {
        broker.noPositions();
        assertThat(reversePosition.reverse(AAPL))
                .isEqualTo(new ReversalResult.NotClosing(new CloseResult.Gone(AAPL)));

        broker.down(true);
        assertThat(reversePosition.reverse(AAPL))
                .isInstanceOfSatisfying(
                        ReversalResult.NotClosing.class,
                        result ->
                                assertThat(result.close()).isInstanceOf(CloseResult.Failed.class));
        assertThat(sent()).isEmpty();
    }

    @Test
    void a_repeated_request_is_the_same_one_until_it_is_sent() {
        ReversalResult.Reversing first = reversed();
        ReversalResult.Reversing second = reversed();
        fill(first.close(), "0");
        ReversalResult.Reversing third = reversed();

        assertThat(second.order().id()).isEqualTo(first.order().id());
        assertThat(third.order().id()).isEqualTo(first.order().id());
        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
    }

    @Test
    void a_repeated_request_closes_nothing_again_while_the_positions_lag() {
        ReversalResult.Reversing first = reversed();
        fill(first.close(), "10");

        assertThat(reversed().order().id()).isEqualTo(first.order().id());
        assertThat(sent()).containsExactly("SELL 10");
    }

    @Test
    void a_refusal_is_named_without_a_request() {
        assertThat(reversePosition.preview(AAPL)).isEmpty();
        broker.noPositions();
        assertThat(reversePosition.preview(AAPL))
                .contains(new ReversalResult.NotClosing(new CloseResult.Gone(AAPL)));
        assertThat(sent()).isEmpty();
    }

    @Test
    void a_preview_is_the_result_of_a_request_that_would_store_nothing_new() {
        ReversalResult.Reversing first = reversed();

        assertThat(reversePosition.preview(AAPL)).contains(reversed());
        fill(first.close(), "10");
        assertThat(reversePosition.preview(AAPL))
                .hasValueSatisfying(
                        result -> assertThat(reversing(result).order()).isEqualTo(first.order()));
        assertThat(sent()).containsExactly("SELL 10");
    }

    @Test
    void a_request_for_one_direction_that_is_repeated_does_not_reverse_it_back() {
        ReversalResult.Reversing first = reversing(reversePosition.reverse(AAPL, Side.SELL));
        fill(first.close(), "0");
        resume();
        fill(first.order(), "-10");

        ReversalResult.Reversing again = reversing(reversePosition.reverse(AAPL, Side.SELL));

        assertThat(again.order().id()).isEqualTo(first.order().id());
        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
        assertThat(reversePosition.reverse(AAPL, Side.BUY))
                .isInstanceOf(ReversalResult.Reversing.class);
        assertThat(sent()).hasSize(3);
    }

    @Test
    void a_position_of_the_other_direction_is_not_there() {
        assertThat(reversePosition.reverse(AAPL, Side.BUY))
                .isEqualTo(new ReversalResult.NotClosing(new CloseResult.Gone(AAPL)));
        assertThat(sent()).isEmpty();
    }

    @Test
    void the_author_is_part_of_the_history() {
        Order order = reversing(reversePosition.reverse(AAPL, new Author("anna"))).order();

        assertThat(repository.history(order.id()).getFirst().evidence().summary())
                .contains("reverse position", "anna");
    }

    @Test
    void positions_that_cannot_be_fetched_or_read_keep_the_reversal_waiting() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        broker.down(true);

        resume();

        assertThat(status(result.order())).isEqualTo(OrderStatus.WAITING);
        assertThat(text(result.order())).contains("cannot be fetched");
        clock.pass(Duration.ofHours(2));
        broker.down(false);
        resume();
        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
    }

    @Test
    void a_position_that_lags_behind_the_fill_is_waited_for() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "10");
        resume();
        assertThat(status(result.order())).isEqualTo(OrderStatus.WAITING);

        broker.noPositions();
        resume();

        assertThat(sent()).hasSize(2);
    }

    @Test
    void a_position_that_stays_is_not_reversed_by_a_later_exit() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "4");
        resume();
        clock.pass(Duration.ofMinutes(2));
        resume();

        assertThat(status(result.order())).isEqualTo(OrderStatus.DENIED);
        assertThat(text(result.order())).contains("of the position 4 is held");
        broker.noPositions();
        resume();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_close_that_the_broker_refuses_ends_the_reversal_with_its_reason() {
        broker.next(NextSubmit.REFUSE);
        ReversalResult.Reversing result = reversed();

        assertThat(result.close().status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(status(result.order())).isEqualTo(OrderStatus.DENIED);
        assertThat(text(result.order())).contains(result.close().id().value(), "buying power");
    }

    @Test
    void a_close_that_is_canceled_ends_the_reversal() {
        ReversalResult.Reversing result = reversed();
        broker.set(result.close(), OrderStatus.CANCELED, "3");
        syncOrders.sync();
        resume();

        assertThat(status(result.order())).isEqualTo(OrderStatus.DENIED);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void a_close_that_takes_a_day_ends_the_reversal() {
        ReversalResult.Reversing result = reversed();
        clock.pass(Duration.ofHours(25));
        resume();

        assertThat(status(result.order())).isEqualTo(OrderStatus.DENIED);
        assertThat(text(result.order())).contains("in vain");
    }

    @Test
    void a_close_that_gets_another_size_is_followed() {
        Order stop = waitingForTheStop();
        ReversalResult.Reversing result = reversed();
        assertThat(result.close().status()).isEqualTo(OrderStatus.WAITING);

        broker.set(stop, OrderStatus.CANCELED, "0");
        hold("12");
        closePosition.resume();
        closePosition.resume();
        Order resized = broker.sends().getLast();
        assertThat(resized.id()).isNotEqualTo(result.close().id());
        resume();
        assertThat(text(result.order())).contains(resized.id().value());
        ReversalResult.Reversing again = reversed();
        assertThat(again.order().id()).isEqualTo(result.order().id());
        fill(resized, "0");
        resume();

        assertThat(sent()).containsExactly("SELL 10", "SELL 12", "SELL 10");
    }

    @Test
    void a_close_that_is_requested_after_the_first_was_canceled_is_not_followed() {
        Order stop = waitingForTheStop();
        ReversalResult.Reversing result = reversed();
        new CancelAll(repository, broker, clock).cancelOrder().cancel(result.close().id());
        clock.pass(Duration.ofSeconds(1));
        broker.set(stop, OrderStatus.CANCELED, "0");
        closePosition.close(AAPL, new ClosePart.Whole());
        fill(broker.sends().getLast(), "0");

        resume();

        assertThat(status(result.order())).isEqualTo(OrderStatus.DENIED);
        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
    }

    @Test
    void a_canceled_reversal_is_not_sent() {
        ReversalResult.Reversing one = reversed();
        CancelAll cancelAll = new CancelAll(repository, broker, clock);
        cancelAll.cancelOrder().cancel(one.order().id());
        fill(one.close(), "0");
        resume();
        assertThat(status(one.order())).isEqualTo(OrderStatus.CANCELED);

        hold("10");
        ReversalResult.Reversing other = reversed();
        cancelAll.cancelAll(new CancelScope(null, null, false));
        assertThat(status(other.order())).isEqualTo(OrderStatus.CANCELED);
        assertThat(sent()).hasSize(2);
    }

    @Test
    void a_canceled_reversal_can_be_requested_again_while_its_close_goes_on() {
        CancelAll cancelAll = new CancelAll(repository, broker, clock);
        ReversalResult.Reversing one = reversed();
        cancelAll.cancelOrder().cancel(one.order().id());
        assertThat(reversePosition.preview(AAPL)).isEmpty();
        ReversalResult.Reversing two = reversed();
        cancelAll.cancelOrder().cancel(two.order().id());
        ReversalResult.Reversing three = reversed();

        assertThat(reversed().order().id()).isEqualTo(three.order().id());
        assertThat(List.of(one.close().id(), two.close().id(), three.close().id()))
                .containsOnly(one.close().id());
        assertThat(status(three.order())).isEqualTo(OrderStatus.WAITING);
        fill(one.close(), "0");
        resume();
        resume();
        assertThat(status(three.order())).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(status(one.order())).isEqualTo(OrderStatus.CANCELED);
        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
    }

    @Test
    void a_request_that_crashes_after_its_first_write_did_not_happen_and_may_be_repeated() {
        crashOnAdd(1);
        assertThatThrownBy(this::reversed).isInstanceOf(IllegalStateException.class);
        repository.onAdd(() -> {});

        Order order = reversed().order();

        fill(broker.sends().getFirst(), "0");
        resume();
        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
        assertThat(status(order)).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a_reversal_survives_every_crash_after_it_is_stored() {
        crashOnAdd(2);
        assertThatThrownBy(this::reversed).isInstanceOf(IllegalStateException.class);
        repository.onAdd(() -> {});
        fill(broker.sends().getFirst(), "0");
        repository.onUpdate(() -> {
            throw new IllegalStateException("the process is gone");
        });
        assertThatThrownBy(reversePosition::resume).isInstanceOf(IllegalStateException.class);
        repository.onUpdate(() -> {});

        Order released = repository.find(sentOrWaiting()).orElseThrow();
        assertThat(released.status()).isEqualTo(OrderStatus.PENDING_SUBMIT);
        resume();
        assertThat(sent()).containsExactly("SELL 10");
    }

    @Test
    void another_open_order_of_its_side_holds_it_back() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        Order rival = sample.intent(limitSell());
        repository.add(rival, Evidence.local("test"));

        resume();
        assertThat(text(result.order())).contains("another order of its side");
        clock.pass(Duration.ofMinutes(2));
        resume();

        assertThat(status(result.order())).isEqualTo(OrderStatus.DENIED);
        assertThat(sent()).hasSize(1);
    }

    private OrderId sentOrWaiting() {
        return repository.search(OrderQuery.all().of(Kind.REVERSAL)).getFirst().id();
    }

    private void crashOnAdd(int number) {
        int[] adds = {0};
        repository.onAdd(() -> {
            if (++adds[0] == number) {
                throw new IllegalStateException("the process is gone");
            }
        });
    }

    /** A stop holds the shares, so that the close waits. */
    private Order waitingForTheStop() {
        NewOrder stop =
                new NewOrder(
                        AAPL,
                        Side.SELL,
                        Quantity.of("10"),
                        new OrderType.Stop(Price.of("150")),
                        TimeInForce.GTC);
        return SampleUseCases.submitOrder(repository, broker, sample.ids(), clock)
                .submit(stop)
                .order();
    }

    private static NewOrder limitSell() {
        return new NewOrder(
                AAPL,
                Side.SELL,
                Quantity.of("1"),
                new OrderType.Limit(Price.of("900")),
                TimeInForce.DAY);
    }
}
