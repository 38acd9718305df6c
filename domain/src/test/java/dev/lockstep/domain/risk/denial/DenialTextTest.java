package dev.lockstep.domain.risk.denial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.id.StrategyId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences of denials, also of those that are stored with an order. */
class DenialTextTest {
    private static final Denial VALUE =
            new Denial(DenialReason.ORDER_VALUE, "orderValue", "12400", "<=10000");
    private static final Denial RATE =
            new Denial(
                    DenialReason.ORDER_RATE,
                    "recentOrders",
                    "5",
                    "<5/10s before this one",
                    new StrategyId("trend"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    order_value field=orderValue value=12400 expected="<=10000" | order value $12,400.00 is above the limit of $10,000.00 (max-order-value)
                    order_value field=orderValue value=10000.005 expected="<=10000" strategy=trend | order value $10,000.005 is above the limit of $10,000.00 (max-order-value of strategy trend)
                    order_quantity field=qty value=1200.5 expected="<=1000" | quantity 1,200.5 is above the limit of 1,000 (max-order-qty)
                    open_orders field=openOrders value=3 expected="<3 before this one" | 3 orders are open, and the limit is 3 (max-open-orders)
                    position_value field=positionValue value=1010 expected="<=1009" | position value $1,010.00 would be above the limit of $1,009.00 (max-position-value)
                    daily_loss field=dailyLoss value=1000 expected="<1000" | daily loss $1,000.00 has reached the limit of $1,000.00 (max-daily-loss)
                    price_collar field=limitPrice value=111.11 expected="<=111.1" | limit price $111.11 is too far from the market; it must be at most $111.10 (price-collar)
                    capital_budget field=capitalInUse value=2010 expected="<=2000" strategy=trend | capital in use $2,010.00 would be above the budget of $2,000.00 (capital-budget of strategy trend)
                    on_margin field=openBuys value=1040 expected="<=1000, the cash of the account" | the order needs margin (open buys $1,040.00); allowed: at most $1,000.00, the cash of the account (margin)
                    symbol_denied field=symbol value=GME expected="no symbol of denied-symbols" | GME is in the list of denied symbols (denied-symbols)
                    trading_halted field=operator value="late \\"news\\"" expected="only orders that reduce a position, until it is lifted" | trading is halted (operator: late "news"); allowed: only orders that reduce a position, until it is lifted
                    time_in_force field=timeInForce value=ioc expected="day or gtc for a trailing stop" | time in force ioc is not possible; use day or gtc for a trailing stop
                    fractional_quantity field=qty value=0.5 expected="whole shares, or timeInForce day" | quantity 0.5 is not possible; use whole shares, or time in force day
                    exit_price field=takeProfit value=98 expected="> 99" | take profit 98 is on the wrong side; it must be above 99
                    stop_price field=stopPrice value=101 expected="< 101" | the market has passed stop price 101 already; it must be below 101
                    minimum_value field=value value=9.9 expected=">= 10" | value $9.90 is below the minimum of $10.00
                    exit_quantity field=qty value=10 expected="<= 9 held" | quantity 10 is more than there is to close; allowed: at most 9 held
                    check_impossible field=prices value="the quotes are down" expected="an answer from the broker" | a limit cannot be checked without prices (the quotes are down)
                    """)
    void a_stored_denial_reads_as_a_sentence(String stored, String sentence) {
        assertThat(DenialText.readable(stored)).isEqualTo(sentence);
    }

    @Test
    void one_sentence_names_every_broken_rule() {
        assertThat(DenialText.sentence(List.of(VALUE, RATE)))
                .isEqualTo(
                        "Denied: order value $12,400.00 is above the limit of $10,000.00"
                                + " (max-order-value); 5 orders were sent within the time, and the"
                                + " limit is 5/10s (max-order-rate of strategy trend).");
    }

    @ParameterizedTest
    @EnumSource(DenialReason.class)
    void every_rule_has_a_wording_without_unfilled_places_or_codes(DenialReason reason) {
        String text = DenialText.reason(new Denial(reason, "someField", "VALUE", "<= 7"));

        assertThat(text).isNotBlank().doesNotContain("{", "}", "=", "_", "someField");
    }

    @Test
    void stored_denials_are_read_as_they_were_written() {
        Denial quoted =
                new Denial(
                        DenialReason.TRADING_HALTED, "operator", "a \\ and \"b\"; c=d", "nothing");
        List<Denial> denials = List.of(VALUE, quoted, RATE);

        assertThat(DenialText.in(Denial.text(denials))).isEqualTo(denials);
    }

    @Test
    void every_code_is_read_again() {
        List<Denial> denials =
                Arrays.stream(DenialReason.values())
                        .map(reason -> new Denial(reason, "field", "", "what is allowed"))
                        .toList();

        assertThat(DenialText.in(Denial.text(denials))).isEqualTo(denials);
    }

    @Test
    void a_longer_text_keeps_what_is_around_its_denials() {
        assertThat(DenialText.readable("not sent again: " + VALUE + "; later"))
                .isEqualTo(
                        "not sent again: order value $12,400.00 is above the limit of $10,000.00"
                                + " (max-order-value); later");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "insufficient buying power",
                "no_such_code field=a value=b expected=c",
                "order_value field=orderValue value=1",
                "order_value field=a value=\"open expected=b"
            })
    void other_texts_stay_as_they_are(String text) {
        assertThat(DenialText.readable(text)).isEqualTo(text);
        assertThat(DenialText.in(text)).isEmpty();
    }
}
