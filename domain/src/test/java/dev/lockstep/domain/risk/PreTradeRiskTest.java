package dev.lockstep.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.risk.MarketView.BrokerHolding;
import dev.lockstep.domain.risk.MarketView.DayResult;
import dev.lockstep.domain.risk.MarketView.Need;
import dev.lockstep.domain.risk.MarketView.Prices;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreTradeRiskTest {
    private static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");
    private static final OrderId OTHER = new OrderId("01890000-0000-7000-8000-000000000000");

    /** Bid 99, ask 101; equity 9,000 after 10,000 at the last close; the broker holds nothing. */
    private static final MarketView MARKET =
            MarketView.NOTHING
                    .withPrices(seen(new Prices(Price.of("99"), Price.of("101"))))
                    .withDay(seen(new DayResult(Money.of("9000"), Money.of("10000"))))
                    .withHolding(seen(new BrokerHolding(NetQuantity.FLAT, 1)));

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
    void what_a_replaced_exit_has_sold_does_not_make_the_new_one_a_short_sale() {
        Exposure sixLeftOfTen =
                new Exposure(
                        new RiskRules(
                                RiskLimits.NONE, List.of(restriction("user", TradingState.HALTED))),
                        NetQuantity.of("6"),
                        1,
                        OpenQuantity.NONE,
                        0,
                        0,
                        null,
                        null,
                        Quantity.of("4"));

        assertThat(
                        PreTradeRisk.verdict(
                                order("sell 10 limit 90"), sixLeftOfTen, brokerHolds("6"), NOW))
                .isEqualTo(new Verdict.Approved());
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10  | 0 | sell 10 market   | true
                    10  | 0 | sell 11 market   | false
                    10  | 4 | sell 6 market    | true
                    10  | 4 | sell 7 market    | false
                    10  | 0 | buy 1 market     | false
                    -10 | 0 | buy 10 market    | true
                    -10 | 3 | buy 8 market     | false
                    -10 | 0 | sell 1 market    | false
                    0   | 0 | sell 1 market    | false
                    10  | 0 | sell $990 market | true
                    10  | 0 | sell $991 market | false
                    """)
    void only_what_reduces_a_position_passes_a_halt_and_every_limit(
            String held, String open, String order, boolean passes) {
        RiskRules halted =
                new RiskRules(
                        RiskLimits.of(
                                new RiskLimit.MaxOrderQty(Quantity.of("0.001")),
                                new RiskLimit.MaxDailyLoss(Money.of("1"))),
                        List.of(restriction("operator", TradingState.HALTED)));
        Exposure book = book(halted, held, new OpenQuantity(Quantity.of(open), Money.ZERO));

        Verdict verdict = PreTradeRisk.verdict(order(order), book, brokerHolds(held), NOW);

        if (passes) {
            assertThat(verdict).isEqualTo(new Verdict.Approved());
        } else {
            assertThat(reasons(verdict)).startsWith(DenialReason.TRADING_HALTED);
        }
    }

    @Test
    void an_entry_whose_exits_open_a_position_anew_does_not_only_reduce() {
        RiskRules halted =
                new RiskRules(
                        RiskLimits.NONE, List.of(restriction("operator", TradingState.HALTED)));
        NewOrder bracket =
                order("sell 10 limit 100")
                        .with(
                                new OrderClass.Bracket(
                                        new ExitLeg.TakeProfit(Price.of("90")),
                                        new ExitLeg.StopLoss(Price.of("110"), null)));

        Verdict verdict =
                PreTradeRisk.verdict(
                        bracket, book(halted, "10", OpenQuantity.NONE), MarketView.NOTHING, NOW);

        assertThat(reasons(verdict)).containsExactly(DenialReason.TRADING_HALTED);
    }

    @Test
    void the_strictest_restriction_names_itself_with_its_reason() {
        RiskRules rules =
                new RiskRules(
                        RiskLimits.NONE,
                        List.of(
                                restriction("sync-watchdog", TradingState.REDUCING),
                                restriction("operator", TradingState.HALTED)));

        assertThat(texts(PreTradeRisk.verdict(order("buy 1 market"), flat(rules), MARKET, NOW)))
                .containsExactly(
                        "trading_halted field=operator value=\"for operator\" expected=\"only"
                                + " orders that reduce a position, until it is lifted\"");
    }

    @Test
    void an_order_that_reduces_asks_for_the_position_and_for_no_price() {
        Exposure book =
                book(rules(new RiskLimit.MaxPositionValue(Money.of("1"))), "10", OpenQuantity.NONE);

        assertThat(needs(order("sell 10 market"), book)).containsExactly(Need.BROKER_HOLDING);
        assertThat(
                        PreTradeRisk.verdict(
                                order("sell 10 market"),
                                book,
                                MarketView.NOTHING.withHolding(holding("10")),
                                NOW))
                .isEqualTo(new Verdict.Approved());
    }

    /** The smaller one counts, and opposite positions are none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10  | 0   | sell 10 market | false
                    10  | 4   | sell 5 market  | false
                    10  | 4   | sell 4 market  | true
                    4   | 10  | sell 5 market  | false
                    4   | 10  | sell 4 market  | true
                    0   | 7   | sell 7 market  | false
                    10  | -10 | sell 1 market  | false
                    -10 | 10  | buy 1 market   | false
                    -10 | -3  | buy 4 market   | false
                    -10 | -3  | buy 3 market   | true
                    """)
    void an_order_reduces_no_more_than_the_smaller_of_our_position_and_the_brokers(
            String ours, String brokers, String order, boolean passes) {
        Verdict verdict =
                PreTradeRisk.verdict(
                        order(order), halted(ours, OpenQuantity.NONE), brokerHolds(brokers), NOW);

        if (passes) {
            assertThat(verdict).isEqualTo(new Verdict.Approved());
        } else {
            assertThat(reasons(verdict)).containsExactly(DenialReason.TRADING_HALTED);
        }
    }

    @Test
    void a_position_that_the_broker_cannot_tell_is_reduced_by_nothing() {
        MarketView dark = MARKET.withHolding(new Observation.Missing<>("the broker is down"));

        assertThat(
                        reasons(
                                PreTradeRisk.verdict(
                                        order("sell 10 market"),
                                        halted("10", OpenQuantity.NONE),
                                        dark,
                                        NOW)))
                .containsExactly(DenialReason.TRADING_HALTED, DenialReason.CHECK_IMPOSSIBLE);
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

    @Test
    void while_a_position_is_too_large_already_only_what_reduces_it_goes_out() {
        Exposure book =
                book(
                        rules(new RiskLimit.MaxPositionValue(Money.of("500"))),
                        "6",
                        OpenQuantity.NONE);

        assertThat(PreTradeRisk.verdict(order("sell 6 market"), book, brokerHolds("6"), NOW))
                .isEqualTo(new Verdict.Approved());
        assertThat(
                        reasons(
                                PreTradeRisk.verdict(
                                        order("sell 7 market"), book, brokerHolds("6"), NOW)))
                .containsExactly(DenialReason.POSITION_VALUE);
    }

    @Test
    void what_a_limit_needs_is_asked_for_and_nothing_else() {
        assertThat(needs(order("buy 1 market"), new RiskLimit.MaxOrderQty(Quantity.of("5"))))
                .isEmpty();
        assertThat(needs(order("buy 1 limit 5"), new RiskLimit.MaxOrderValue(Money.of("9"))))
                .isEmpty();
        assertThat(needs(order("buy 1 market"), new RiskLimit.MaxOrderValue(Money.of("9"))))
                .containsExactly(Need.PRICES);
        assertThat(needs(order("buy 1 market"), new RiskLimit.MaxDailyLoss(Money.of("9"))))
                .containsExactly(Need.DAY_RESULT);
        assertThat(needs(order("sell 9 market"), new RiskLimit.MaxOrderQty(Quantity.of("5"))))
                .isEmpty();
        assertThat(needs(order("buy 1 market"), new RiskLimit.MaxPositionValue(Money.of("9"))))
                .containsExactlyInAnyOrder(Need.PRICES, Need.BROKER_HOLDING);
        Exposure nineHeld =
                book(rules(new RiskLimit.MaxOrderQty(Quantity.of("5"))), "9", OpenQuantity.NONE);
        assertThat(needs(order("sell 9 market"), nineHeld)).containsExactly(Need.BROKER_HOLDING);
        assertThat(needs(order("sell 5 market"), nineHeld)).isEmpty();
    }

    private static List<Need> needs(NewOrder order, RiskLimit limit) {
        return needs(order, under(limit));
    }

    private static List<Need> needs(NewOrder order, Exposure book) {
        return PreTradeRisk.verdict(order, book, MarketView.NOTHING, NOW)
                        instanceof Verdict.Undecided undecided
                ? List.copyOf(undecided.needs())
                : List.of();
    }

    @Test
    void a_check_whose_answer_cannot_be_had_denies() {
        MarketView dark = MARKET.withPrices(new Observation.Missing<>("the quotes are down"));

        assertThat(
                        texts(
                                PreTradeRisk.verdict(
                                        order("buy 1 market"),
                                        under(new RiskLimit.MaxOrderValue(Money.of("9000"))),
                                        dark,
                                        NOW)))
                .containsExactly(
                        "check_impossible field=prices value=\"the quotes are down\""
                                + " expected=\"an answer from the broker\"");
    }

    @Test
    void a_quote_without_prices_denies() {
        MarketView empty = MARKET.withPrices(seen(new Prices(null, null)));

        assertThat(
                        reasons(
                                PreTradeRisk.verdict(
                                        order("buy 1 market"),
                                        under(new RiskLimit.MaxOrderValue(Money.of("9000"))),
                                        empty,
                                        NOW)))
                .containsExactly(DenialReason.CHECK_IMPOSSIBLE);
    }

    @Test
    void an_answer_that_has_grown_old_is_asked_for_again_and_in_the_end_denies() {
        Verdict verdict =
                PreTradeRisk.verdict(
                        order("buy 1 market"),
                        under(new RiskLimit.MaxOrderValue(Money.of("9000"))),
                        MARKET,
                        NOW.plus(FreshView.MAX_AGE));

        assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
        assertThat(((Verdict.Undecided) verdict).denied().denials())
                .extracting(Denial::reason)
                .containsExactly(DenialReason.CHECK_IMPOSSIBLE);
    }

    @Test
    void what_the_broker_held_before_our_last_fill_proves_nothing() {
        Exposure book = halted("7", OpenQuantity.NONE);
        MarketView before = MARKET.withHolding(seen(new BrokerHolding(NetQuantity.of("7"), 0)));

        Verdict verdict = PreTradeRisk.verdict(order("sell 7 market"), book, before, NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Undecided.class,
                        undecided -> {
                            assertThat(undecided.needs()).containsExactly(Need.BROKER_HOLDING);
                            assertThat(undecided.denied().denials())
                                    .extracting(Denial::reason)
                                    .containsExactly(DenialReason.TRADING_HALTED);
                        });
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

    private static MarketView brokerHolds(String netQty) {
        return MARKET.withHolding(holding(netQty));
    }

    private static Observation<BrokerHolding> holding(String netQty) {
        return seen(new BrokerHolding(NetQuantity.of(netQty), 1));
    }

    private static Exposure halted(String held, OpenQuantity open) {
        return book(
                new RiskRules(
                        RiskLimits.NONE, List.of(restriction("operator", TradingState.HALTED))),
                held,
                open);
    }

    private static Exposure under(RiskLimit... limits) {
        return flat(rules(limits));
    }

    private static Exposure flat(RiskRules rules) {
        return book(rules, "0", OpenQuantity.NONE);
    }

    private static Exposure book(RiskRules rules, String held, OpenQuantity open) {
        return new Exposure(rules, NetQuantity.of(held), 1, open, 0, 0, null, null);
    }

    private static RiskRules rules(RiskLimit... limits) {
        return new RiskRules(RiskLimits.of(limits), List.of());
    }

    private static Restriction restriction(String source, TradingState state) {
        return new Restriction(source, state, "tester", "for " + source, NOW);
    }

    private static <T> Observation<T> seen(T value) {
        return new Observation.Seen<>(value, NOW);
    }

    private static List<String> texts(Verdict verdict) {
        return ((Verdict.Denied) verdict).denials().stream().map(Denial::toString).toList();
    }

    private static List<DenialReason> reasons(Verdict verdict) {
        return ((Verdict.Denied) verdict).denials().stream().map(Denial::reason).toList();
    }

    /** Reads {@code buy 10 limit 100} or {@code sell $500 market}. */
    private static NewOrder order(String text) {
        String[] words = text.strip().split(" ", -1);
        OrderAmount amount =
                words[1].startsWith("$")
                        ? new OrderAmount.ByCash(Money.of(words[1].substring(1)))
                        : new OrderAmount.ByQuantity(Quantity.of(words[1]));
        OrderType type =
                words.length > 3 ? new OrderType.Limit(Price.of(words[3])) : new OrderType.Market();
        return new NewOrder(
                        new Symbol("AAPL"),
                        words[0].equals("buy") ? Side.BUY : Side.SELL,
                        Quantity.of("1"),
                        type,
                        TimeInForce.DAY)
                .with(amount);
    }
}
