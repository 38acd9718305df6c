package dev.lockstep.domain.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyHoldingsTest {
    private static final StrategyId TREND = new StrategyId("trend");
    private static final StrategyId PAIRS = new StrategyId("pairs");

    private final SampleOrders sample = new SampleOrders();
    private long second;

    @Test
    void each_strategy_holds_what_its_own_orders_have_traded() {
        StrategyHoldings held =
                StrategyHoldings.of(
                        List.of(
                                filled(TREND, Side.BUY, "2.6"),
                                filled(PAIRS, Side.BUY, "7.4"),
                                filled(null, Side.BUY, "5"),
                                filled(PAIRS, Side.SELL, "0.4")));

        assertThat(held.of(TREND)).isEqualTo(NetQuantity.of("2.6"));
        assertThat(held.of(PAIRS)).isEqualTo(NetQuantity.of("7"));
        assertThat(held.besides(TREND)).isEqualTo(Quantity.of("7"));
        assertThat(held.byStrategy()).hasSize(2);
    }

    @Test
    void nobody_holds_anything_after_all_of_it_was_closed_for_all() {
        StrategyHoldings held =
                StrategyHoldings.of(
                        List.of(
                                filled(TREND, Side.BUY, "3"),
                                filled(PAIRS, Side.BUY, "7"),
                                filled(null, Side.SELL, "10"),
                                filled(PAIRS, Side.BUY, "1")));

        assertThat(held.of(TREND)).isEqualTo(NetQuantity.FLAT);
        assertThat(held.of(PAIRS)).isEqualTo(NetQuantity.of("1"));
    }

    @Test
    void nobody_holds_anything_after_a_strategy_sold_what_an_order_of_none_had_left_of_its_part() {
        StrategyHoldings half =
                StrategyHoldings.of(
                        List.of(filled(TREND, Side.BUY, "10"), filled(null, Side.SELL, "5")));
        assertThat(half.of(TREND)).isEqualTo(NetQuantity.of("10"));
        assertThat(half.unassigned()).isEqualTo(NetQuantity.of("-5"));

        StrategyHoldings flat =
                StrategyHoldings.of(
                        List.of(
                                filled(TREND, Side.BUY, "10"),
                                filled(null, Side.SELL, "5"),
                                filled(TREND, Side.SELL, "5")));
        assertThat(flat.byStrategy()).isEmpty();
        assertThat(flat.unassigned()).isEqualTo(NetQuantity.FLAT);
    }

    @Test
    void strategies_on_opposite_sides_keep_what_each_of_them_traded() {
        StrategyHoldings netted =
                StrategyHoldings.of(
                        List.of(filled(TREND, Side.BUY, "10"), filled(PAIRS, Side.SELL, "10")));
        assertThat(netted.of(TREND)).isEqualTo(NetQuantity.of("10"));
        assertThat(netted.of(PAIRS)).isEqualTo(NetQuantity.of("-10"));
        assertThat(netted.total()).isEqualTo(NetQuantity.FLAT);

        StrategyHoldings covered =
                StrategyHoldings.of(
                        List.of(
                                filled(TREND, Side.BUY, "10"),
                                filled(PAIRS, Side.SELL, "10"),
                                filled(PAIRS, Side.BUY, "10")));
        assertThat(covered.of(TREND)).isEqualTo(NetQuantity.of("10"));
        assertThat(covered.of(PAIRS)).isEqualTo(NetQuantity.FLAT);
    }

    @Test
    void an_order_of_no_strategy_that_closes_its_own_shares_leaves_the_strategies_theirs() {
        StrategyHoldings held =
                StrategyHoldings.of(
                        List.of(
                                filled(TREND, Side.BUY, "4"),
                                filled(PAIRS, Side.SELL, "4"),
                                filled(null, Side.BUY, "3"),
                                filled(null, Side.SELL, "3")));

        assertThat(held.of(TREND)).isEqualTo(NetQuantity.of("4"));
        assertThat(held.of(PAIRS)).isEqualTo(NetQuantity.of("-4"));
    }

    @Test
    void a_strategy_that_is_short_is_not_beside_one_that_is_long() {
        StrategyHoldings held =
                StrategyHoldings.of(
                        List.of(filled(TREND, Side.BUY, "3"), filled(PAIRS, Side.SELL, "2")));

        assertThat(held.besides(TREND)).isEqualTo(Quantity.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "\u00e9", "a\n"})
    void a_name_has_letters_digits_dots_underscores_and_hyphens_only(String name) {
        assertThatThrownBy(() -> new StrategyId(name))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("strategy: ");
    }

    private Order filled(@Nullable StrategyId strategy, Side side, String quantity) {
        NewOrder terms =
                new NewOrder(
                        SampleOrders.tenShares().symbol(),
                        side,
                        Quantity.of(quantity),
                        new OrderType.Market(),
                        TimeInForce.DAY);
        Order order = sample.intent(terms.with(strategy));
        return order.apply(
                SampleOrders.report(order, OrderStatus.FILLED, quantity),
                SampleOrders.START.plusSeconds(++second));
    }
}
