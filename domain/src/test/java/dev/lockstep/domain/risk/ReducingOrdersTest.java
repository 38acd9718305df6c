package dev.lockstep.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.risk.MarketView.BrokerHolding;
import dev.lockstep.domain.risk.MarketView.Need;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that reduce a position: what passes a halt, and how much of it. */
class ReducingOrdersTest extends PreTradeRiskFixture {
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
}
