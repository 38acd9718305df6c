package dev.lockstep.domain.usecase.close;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass.OneCancelsOther;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.OrderType.Trail;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Protection of what a close leaves: the canceled exit comes back for the rest. */
class RestoredProtectionTest extends CloseFixture {
    @Test
    void a_part_beside_a_resting_stop_cancels_it_first_and_the_rest_is_protected_at_its_price() {
        hold("10");
        Order stop = stop();
        for (int press = 0; press < 5; press++) {
            assertThat(closing(closePosition.close(AAPL, FOUR)).status())
                    .isEqualTo(OrderStatus.WAITING);
        }
        assertThat(broker.cancels()).hasSize(1);
        assertThat(broker.sends()).hasSize(1);

        broker.set(stop, OrderStatus.CANCELED, "0");
        for (int press = 0; press < 5; press++) {
            closing(closePosition.close(AAPL, FOUR));
        }

        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 6 Stop");
        assertThat(broker.sends().getLast().terms().type())
                .isEqualTo(new OrderType.Stop(Price.of("150")));
        fill(broker.sends().get(1), "4");
        holdInstead("6");
        resume();
        assertThat(broker.sends()).hasSize(3);
        assertThat(closePosition.settled(broker.sends().get(1))).isTrue();
    }

    @Test
    void the_time_without_protection_is_told_in_the_history_of_the_exit() {
        hold("10");
        Order stop = stop();
        closePosition.close(AAPL, FOUR);
        broker.set(stop, OrderStatus.CANCELED, "0");
        clock.pass(Duration.ofSeconds(3));

        resume();

        Order exit = stored(broker.sends().getLast());
        assertThat(repository.history(exit.id()).get(1).evidence().summary())
                .contains("order " + stop.id() + " protected until 2000 ms ago");
    }

    @Test
    void a_refused_close_leaves_the_whole_position_protected_again() {
        hold("10");
        Order stop = stop();
        closePosition.close(AAPL, FOUR);
        broker.set(stop, OrderStatus.CANCELED, "0");
        broker.next(FakeBroker.NextSubmit.REFUSE);

        resume();

        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 10 Stop");
        assertThat(closePosition.settled(broker.sends().get(1))).isTrue();
    }

    @Test
    void a_close_that_is_taken_and_rejected_later_is_followed_by_an_exit_for_its_shares() {
        hold("10");
        Order stop = stop();
        closePosition.close(AAPL, FOUR);
        broker.set(stop, OrderStatus.CANCELED, "0");
        resume();
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 4 Market", "SELL 6 Stop");

        broker.set(broker.sends().get(1), OrderStatus.REJECTED, "0");
        resume();

        assertThat(sent()).endsWith("SELL 4 Stop");
    }

    @Test
    void a_close_of_all_that_fills_in_part_leaves_the_rest_protected() {
        hold("10");
        Order stop = stop();
        closePosition.close(AAPL, WHOLE);
        broker.set(stop, OrderStatus.CANCELED, "0");
        resume();
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 10 Market");

        broker.set(broker.sends().getLast(), OrderStatus.CANCELED, "7");
        holdInstead("3");
        resume();

        assertThat(sent()).endsWith("SELL 3 Stop").hasSize(3);
    }

    @Test
    void what_the_stop_sold_while_it_was_being_canceled_is_not_sold_again() {
        hold("10");
        Order stop = stop();
        Order request = closing(closePosition.close(AAPL, FOUR));
        broker.set(stop, OrderStatus.CANCELED, "8");
        holdInstead("2");

        resume();

        assertThat(stored(request).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(stored(request).state().text()).isEqualTo("of the position only 2 is left");
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 2 Stop");
    }

    @Test
    void a_close_of_all_closes_what_the_stop_has_left() {
        hold("10");
        Order stop = stop();
        closePosition.close(AAPL, WHOLE);
        broker.set(stop, OrderStatus.CANCELED, "8");
        holdInstead("2");

        Order order = closing(closePosition.close(AAPL, WHOLE));

        assertThat(order.terms().orderQty()).isEqualTo(Quantity.of("2"));
        assertThat(sent()).containsExactly("SELL 10 Stop", "SELL 2 Market");
    }

    @Test
    void a_stop_that_the_broker_does_not_cancel_goes_on_protecting_and_nothing_is_sold() {
        hold("10");
        stop();
        Order request = closing(closePosition.close(AAPL, FOUR));
        new CancelOrder(repository, broker, clock).cancel(request.id());
        Order stop = broker.sends().getFirst();
        repository.update(
                OrderUpdate.applying(
                        stop.id(),
                        new ExecutionReport.CancelRejected(
                                "not cancelable", SampleOrders.report(stop, OrderStatus.NEW, "0")),
                        clock.instant(),
                        Evidence.local("test")));

        resume();

        assertThat(sent()).containsExactly("SELL 10 Stop");
        assertThat(repository.search(OrderQuery.all().in(Set.of(OrderStatus.WAITING)))).isEmpty();
    }

    @Test
    void a_trailing_stop_and_a_stop_limit_keep_their_kind() {
        hold("10");
        Order trailing = exit("4", new OrderType.TrailingStop(new Trail.ByPrice(Price.of("2"))));
        Order limited = exit("6", new OrderType.StopLimit(Price.of("150"), Price.of("149")));
        closePosition.close(AAPL, new ClosePart.ByQuantity(Quantity.of("7")));
        broker.set(trailing, OrderStatus.CANCELED, "0");
        broker.set(limited, OrderStatus.CANCELED, "0");

        resume();

        assertThat(sent())
                .containsExactly(
                        "SELL 4 TrailingStop",
                        "SELL 6 StopLimit",
                        "SELL 7 Market",
                        "SELL 3 TrailingStop");
    }

    @Test
    void both_exits_of_an_entry_come_back_as_one_order_of_which_one_ends_the_other() {
        hold("10");
        OneCancelsOther both = new OneCancelsOther(new ExitLeg.StopLoss(Price.of("150"), null));
        Order pair = submit(terms("10", new OrderType.Limit(Price.of("250"))).with(both));
        broker.set(pair, OrderStatus.NEW, "0");
        closePosition.close(AAPL, FOUR);
        broker.set(pair, OrderStatus.CANCELED, "0");
        repository.legs(pair.id()).forEach(leg -> broker.end(leg));

        resume();

        assertThat(broker.sends().getLast().terms().orderClass()).isEqualTo(both);
        assertThat(broker.sends().getLast().terms().orderQty()).isEqualTo(Quantity.of("6"));
    }
}
