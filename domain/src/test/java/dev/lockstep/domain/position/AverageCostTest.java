package dev.lockstep.domain.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Side;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AverageCostTest {
    @Test
    void more_of_the_same_side_moves_the_average_and_gains_nothing() {
        AverageCost held = bought(bought(AverageCost.NONE, "10", "100"), "30", "120");

        assertThat(held.openQty()).isEqualTo(NetQuantity.of("40"));
        assertThat(held.avgPx()).isEqualTo(Price.of("115"));
        assertThat(held.realized()).isEqualTo(Money.ZERO);
        assertThat(held.unrealized(Price.of("116"))).isEqualTo(Money.of("40"));
        assertThat(held.value(Price.of("116"))).isEqualTo(Money.of("4640"));
    }

    @Test
    void closing_a_part_realizes_its_share_and_leaves_the_average() {
        AverageCost held = sold(bought(AverageCost.NONE, "10", "100"), "4", "110");

        assertThat(held.realized()).isEqualTo(Money.of("40"));
        assertThat(held.avgPx()).isEqualTo(Price.of("100"));
        assertThat(held.openQty()).isEqualTo(NetQuantity.of("6"));
    }

    @Test
    void a_short_position_gains_when_it_is_bought_back_for_less() {
        AverageCost held = bought(sold(AverageCost.NONE, "10", "50"), "10", "45.5");

        assertThat(held).isEqualTo(new AverageCost(NetQuantity.FLAT, Money.ZERO, Money.of("45")));
        assertThat(held.avgPx()).isNull();
    }

    @Test
    void what_is_sold_beyond_the_position_opens_one_the_other_way() {
        AverageCost held = sold(bought(AverageCost.NONE, "10", "100"), "15", "90");

        assertThat(held.realized()).isEqualTo(Money.of("-100"));
        assertThat(held.openQty()).isEqualTo(NetQuantity.of("-5"));
        assertThat(held.avgPx()).isEqualTo(Price.of("90"));
        assertThat(held.unrealized(Price.of("80"))).isEqualTo(Money.of("50"));
    }

    @Test
    void shares_that_arrive_without_a_price_cost_the_average() {
        AverageCost held = bought(AverageCost.NONE, "10", "100").moved(NetQuantity.of("5"), null);

        assertThat(held)
                .isEqualTo(new AverageCost(NetQuantity.of("15"), Money.of("1500"), Money.ZERO));
    }

    @Test
    void shares_that_arrive_first_and_without_a_price_cost_nothing() {
        AverageCost held = AverageCost.NONE.moved(NetQuantity.of("5"), null);

        assertThat(held).isEqualTo(new AverageCost(NetQuantity.of("5"), Money.ZERO, Money.ZERO));
    }

    @Test
    void shares_that_leave_take_their_part_of_the_cost_and_gain_nothing() {
        AverageCost held = bought(AverageCost.NONE, "10", "100").moved(NetQuantity.of("-4"), null);

        assertThat(held)
                .isEqualTo(new AverageCost(NetQuantity.of("6"), Money.of("600"), Money.ZERO));
    }

    @Test
    void more_shares_than_are_held_leave_at_the_average_and_gain_nothing() {
        AverageCost held = bought(AverageCost.NONE, "10", "100").moved(NetQuantity.of("-15"), null);

        assertThat(held)
                .isEqualTo(new AverageCost(NetQuantity.of("-5"), Money.of("-500"), Money.ZERO));
    }

    @Test
    void a_short_position_is_covered_by_shares_that_arrive_and_gains_nothing() {
        AverageCost held = sold(AverageCost.NONE, "10", "50").moved(NetQuantity.of("4"), null);

        assertThat(held)
                .isEqualTo(new AverageCost(NetQuantity.of("-6"), Money.of("-300"), Money.ZERO));
    }

    @Test
    void a_third_of_a_dollar_is_rounded_and_nothing_of_it_is_left_when_all_is_closed() {
        AverageCost held = AverageCost.NONE.traded(Side.BUY, Quantity.of("3"), Money.of("1"));
        held = sold(held, "1", "1");
        held = sold(held, "2", "1");

        assertThat(held).isEqualTo(new AverageCost(NetQuantity.FLAT, Money.ZERO, Money.of("2")));
    }

    /** However it is split: what was gained is the money that came in and what is held is worth. */
    @Property(tries = 300)
    void no_dollar_is_lost(@ForAll("trades") List<Trade> trades) {
        AverageCost held = AverageCost.NONE;
        BigDecimal cashDollars = BigDecimal.ZERO;
        for (Trade trade : trades) {
            Money value = trade.px().times(trade.quantity());
            held = held.traded(trade.side(), trade.quantity(), value);
            cashDollars =
                    trade.side() == Side.BUY
                            ? cashDollars.subtract(value.value())
                            : cashDollars.add(value.value());
        }
        Price lastPx = Price.of("33.33");

        assertThat(held.realized().plus(held.unrealized(lastPx)))
                .isEqualTo(new Money(cashDollars).plus(held.value(lastPx)));
        assertThat(held.openQty().flat()).isEqualTo(held.cost().equals(Money.ZERO));
    }

    @Provide
    Arbitrary<List<Trade>> trades() {
        Arbitrary<Quantity> quantities =
                Arbitraries.integers()
                        .between(1, 2_000)
                        .map(thousandths -> new Quantity(BigDecimal.valueOf(thousandths, 3)));
        Arbitrary<Price> prices =
                Arbitraries.integers()
                        .between(1, 9_999)
                        .map(cents -> new Price(BigDecimal.valueOf(cents, 2)));
        return Combinators.combine(Arbitraries.of(Side.class), quantities, prices)
                .as(Trade::new)
                .list()
                .ofMaxSize(40);
    }

    private static AverageCost bought(AverageCost before, String qty, String px) {
        return before.traded(Side.BUY, Quantity.of(qty), Price.of(px).times(Quantity.of(qty)));
    }

    private static AverageCost sold(AverageCost before, String qty, String px) {
        return before.traded(Side.SELL, Quantity.of(qty), Price.of(px).times(Quantity.of(qty)));
    }

    /** One trade. */
    record Trade(Side side, Quantity quantity, Price px) {}
}
