package dev.lockstep.contracts.store.risk;

import static dev.lockstep.contracts.store.risk.RiskFixture.FIVE_OPEN;
import static dev.lockstep.contracts.store.risk.RiskFixture.bracket;
import static dev.lockstep.contracts.store.risk.RiskFixture.market;
import static dev.lockstep.contracts.store.risk.RiskFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.limit.RiskLimit;
import org.junit.jupiter.api.Test;

/** Exits in the exposure: the larger of two, each where they are independent, and held ones. */
public interface ExitExposureContract extends TestedRisk {
    @Test
    default void of_two_exits_the_larger_counts_and_held_ones_do_not() {
        its().set(FIVE_OPEN);
        Order entry = its().stored(bracket());
        its().leg(entry, "leg-a", OrderStatus.NEW, "10");
        its().leg(entry, "leg-b", OrderStatus.NEW, "8");
        Order waiting = its().stored(terms(Side.BUY, "3", market()));
        its().leg(waiting, "leg-c", OrderStatus.HELD, "3");

        Exposure seen = its().exposureOf(its().sample().intent(terms(Side.SELL, "1", market())));

        assertThat(seen.open().leavesQty()).isEqualTo(Quantity.of("10"));
        assertThat(seen.openOrders()).isEqualTo(5);
    }

    @Test
    default void an_unanswered_bracket_may_be_three_open_orders() {
        its().set(new RiskLimit.MaxOpenOrders(50));
        Order entry = its().stored(bracket());
        Order simple = its().sample().intent(terms(Side.BUY, "1", market()));
        assertThat(its().exposureOf(simple).openOrders()).isEqualTo(3);

        its().leg(entry, "leg-a", OrderStatus.HELD, "10");
        assertThat(its().exposureOf(simple).openOrders()).isEqualTo(3);
        its().leg(entry, "leg-b", OrderStatus.HELD, "10");
        its().fill(entry, "0", OrderStatus.NEW);

        assertThat(its().exposureOf(simple).openOrders()).isEqualTo(3);
    }

    @Test
    default void a_new_bracket_counts_its_exits_and_a_replacement_brings_none() {
        its().set(new RiskLimit.MaxOpenOrders(50));
        Order old = its().stored(bracket());
        its().fill(old, "0", OrderStatus.NEW);

        assertThat(its().exposureOf(its().sample().intent(bracket())).openOrders()).isEqualTo(3);
        assertThat(its().exposureOf(its().sample().intent(bracket()), old.id()).openOrders())
                .isZero();
    }

    @Test
    default void exits_of_an_order_without_exits_of_its_own_count_one_by_one() {
        its().set(FIVE_OPEN);
        Order entry = its().stored(terms(Side.BUY, "10", market()));
        its().leg(entry, "leg-a", OrderStatus.NEW, "6");
        its().leg(entry, "leg-b", OrderStatus.NEW, "4");

        Exposure seen = its().exposureOf(its().sample().intent(terms(Side.SELL, "1", market())));

        assertThat(seen.open().leavesQty()).isEqualTo(Quantity.of("10"));
    }

    @Test
    default void an_exit_that_waits_is_shown_what_the_other_exits_of_its_entry_are_for() {
        Order entry = its().stored(terms(Side.BUY, "10", market()));
        its().waiting(entry, "3");
        its().leg(entry, "leg-a", OrderStatus.NEW, "2");
        its().leg(entry, "leg-b", OrderStatus.CANCELED, "5");
        Order other = its().stored(terms(Side.BUY, "10", market()));
        its().waiting(other, "7");

        Exposure seen = its().exposureOf(its().waitingIntent(entry, "1"));

        assertThat(seen.hangingQty()).isEqualTo(Quantity.of("5"));
    }
}
