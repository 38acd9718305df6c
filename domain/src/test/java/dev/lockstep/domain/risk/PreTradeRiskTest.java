package dev.lockstep.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskRules;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits, one by one and together. */
class PreTradeRiskTest extends PreTradeRiskFixture {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max-order-value    | 1010   | buy 10 market     |
                    max-order-value    | 1009   | buy 10 market     | order_value field=orderValue value=1010 expected="<=1009"
                    max-order-value    | 1000   | buy 10 limit 100  |
                    max-order-value    | 999    | buy 10 limit 100  | order_value field=orderValue value=1000 expected="<=999"
                    max-order-value    | 500    | sell 10 limit 1   | order_value field=orderValue value=990 expected="<=500"
                    max-order-value    | 500    | buy $500 market   |
                    max-order-value    | 500    | buy $501 market   | order_value field=orderValue value=501 expected="<=500"
                    max-order-qty      | 10     | buy 10 market     |
                    max-order-qty      | 10     | buy 10.1 market   | order_quantity field=qty value=10.1 expected="<=10"
                    max-order-qty      | 10     | buy $1010 market  |
                    max-order-qty      | 10     | buy $1011 market  | order_quantity field=qty value=10.009900991 expected="<=10"
                    max-open-orders    | 4      | buy 1 market      |
                    max-open-orders    | 3      | buy 1 market      | open_orders field=openOrders value=3 expected="<3 before this one"
                    max-position-value | 1010   | buy 10 limit 1    |
                    max-position-value | 1009   | buy 10 limit 1    | position_value field=positionValue value=1010 expected="<=1009"
                    max-position-value | 990    | sell 10 market    |
                    max-position-value | 989    | sell 10 market    | position_value field=positionValue value=990 expected="<=989"
                    max-daily-loss     | 1000.1 | buy 1 market      |
                    max-daily-loss     | 1000   | buy 1 market      | daily_loss field=dailyLoss value=1000 expected="<1000"
                    price-collar       | 10%    | buy 1 limit 111.1 |
                    price-collar       | 10%    | buy 1 limit 111.11 | price_collar field=limitPrice value=111.11 expected="<=111.1"
                    price-collar       | 7.777% | buy 1 limit 109  | price_collar field=limitPrice value=109 expected="<=108.85"
                    price-collar       | 7.777% | sell 1 limit 91  | price_collar field=limitPrice value=91 expected=">=91.31"
                    price-collar       | 10%    | sell 1 limit 89.1 |
                    price-collar       | 10%    | sell 1 limit 89   | price_collar field=limitPrice value=89 expected=">=89.1"
                    price-collar       | 10%    | buy 1 limit 1     |
                    price-collar       | 10%    | buy 1 market      |
                    duplicate-window   | 10s    | buy 1 market      | duplicate_order field=twin value=01890000-0000-7000-8000-000000000000 expected="no order of the same terms within 10s"
                    max-order-rate     | 6/10s  | buy 1 market      |
                    max-order-rate     | 5/10s  | buy 1 market      | order_rate field=recentOrders value=5 expected="<5/10s before this one"
                    allowed-symbols    | AAPL   | buy 1 market      |
                    allowed-symbols    | MSFT   | buy 1 market      | symbol_not_allowed field=symbol value=AAPL expected="a symbol of allowed-symbols"
                    denied-symbols     | MSFT   | buy 1 market      |
                    denied-symbols     | AAPL   | buy 1 market      | symbol_denied field=symbol value=AAPL expected="no symbol of denied-symbols"
                    wash-trades        | deny   | buy 1 market      | wash_trade field=blockedBy value=01890000-0000-7000-8000-000000000000 expected="no opposite market or stop order working"
                    """)
    void each_limit_lets_through_what_it_allows_and_names_what_it_does_not(
            String limit, String value, String order, @Nullable String denial) {
        RiskLimit set = LimitName.of(limit).read(value);
        Exposure book =
                new Exposure(
                        rules(set), NetQuantity.FLAT, 1, OpenQuantity.NONE, 3, 5, OTHER, OTHER);

        Verdict verdict = PreTradeRisk.verdict(order(order), book, MARKET, NOW);

        if (denial == null) {
            assertThat(verdict).isEqualTo(new Verdict.Approved());
        } else {
            assertThat(texts(verdict)).containsExactly(denial);
        }
    }

    @Test
    void what_the_replaced_order_has_traded_counts_once() {
        RiskRules rules = rules(new RiskLimit.MaxPositionValue(Money.of("1100")));
        Exposure fourTraded =
                new Exposure(
                        rules,
                        NetQuantity.of("4"),
                        1,
                        OpenQuantity.NONE,
                        0,
                        0,
                        null,
                        null,
                        Quantity.of("4"));

        assertThat(PreTradeRisk.verdict(order("buy 10 limit 100"), fourTraded, MARKET, NOW))
                .isEqualTo(new Verdict.Approved());
        assertThat(
                        reasons(
                                PreTradeRisk.verdict(
                                        order("buy 12 limit 100"), fourTraded, MARKET, NOW)))
                .containsExactly(DenialReason.POSITION_VALUE);
    }

    @Test
    void every_rule_that_is_broken_is_named() {
        Verdict verdict =
                PreTradeRisk.verdict(
                        order("buy 10 market"),
                        under(
                                new RiskLimit.MaxOrderQty(Quantity.of("1")),
                                new RiskLimit.MaxOrderValue(Money.of("1"))),
                        MARKET,
                        NOW);

        assertThat(reasons(verdict))
                .containsExactly(DenialReason.ORDER_VALUE, DenialReason.ORDER_QUANTITY);
    }

    @Test
    void without_rules_nothing_is_asked() {
        assertThat(
                        PreTradeRisk.verdict(
                                order("buy 1000000 market"),
                                Exposure.under(RiskRules.NONE),
                                MarketView.NOTHING,
                                NOW))
                .isEqualTo(new Verdict.Approved());
    }

    @Test
    void open_orders_on_the_side_count_as_if_they_had_filled() {
        Exposure book =
                book(
                        rules(new RiskLimit.MaxPositionValue(Money.of("3030"))),
                        "10",
                        new OpenQuantity(Quantity.of("5"), Money.of("505")));

        assertThat(PreTradeRisk.verdict(order("buy 10 market"), book, MARKET, NOW))
                .isEqualTo(new Verdict.Approved());
        assertThat(reasons(PreTradeRisk.verdict(order("buy 11 market"), book, MARKET, NOW)))
                .containsExactly(DenialReason.POSITION_VALUE);
    }

    @Test
    void what_was_bought_elsewhere_counts_for_the_largest_position() {
        Exposure book = under(new RiskLimit.MaxPositionValue(Money.of("1010")));

        assertThat(PreTradeRisk.verdict(order("buy 4 market"), book, brokerHolds("6"), NOW))
                .isEqualTo(new Verdict.Approved());
        assertThat(texts(PreTradeRisk.verdict(order("buy 5 market"), book, brokerHolds("6"), NOW)))
                .containsExactly(
                        "position_value field=positionValue value=1111 expected=\"<=1010\"");
        assertThat(
                        reasons(
                                PreTradeRisk.verdict(
                                        order("buy 5 market"),
                                        book,
                                        MARKET.withHolding(new Observation.Missing<>("down")),
                                        NOW)))
                .containsExactly(DenialReason.CHECK_IMPOSSIBLE);
    }

    /** However orders come in, those that are let through never add up to more than the limit. */
    @Property(tries = 200)
    void what_is_let_through_never_exceeds_the_position_limit(
            @ForAll @IntRange(min = 1, max = 5_000) int max,
            @ForAll List<@IntRange(min = -40, max = 40) Integer> quantities) {
        RiskRules rules = rules(new RiskLimit.MaxPositionValue(Money.of(Integer.toString(max))));
        int held = 0;
        for (int quantity : quantities) {
            if (quantity == 0) {
                continue;
            }
            String text = (quantity > 0 ? "buy " : "sell ") + Math.abs(quantity) + " market";
            Exposure book = book(rules, Integer.toString(held), OpenQuantity.NONE);
            MarketView view = brokerHolds(Integer.toString(held));
            if (PreTradeRisk.verdict(order(text), book, view, NOW) instanceof Verdict.Approved) {
                held += quantity;
            }
        }
        int worst = held > 0 ? held * 101 : -held * 99;
        assertThat(worst).isLessThanOrEqualTo(max);
    }
}
