package dev.lockstep.domain.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskLimitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAX_ORDER_VALUE    | 5000    | 5000",
                "MAX_ORDER_QTY      | 0.5     | 0.5",
                "MAX_OPEN_ORDERS    | 50      | 50",
                "MAX_POSITION_VALUE | 25000   | 25000",
                "MAX_DAILY_LOSS     | 100     | 100",
                "PRICE_COLLAR       | 5%      | 5%",
                "DUPLICATE_WINDOW   | 10s     | 10s",
                "MAX_ORDER_RATE     | 30/60s  | 30/1m",
                "ALLOWED_SYMBOLS    | MSFT,AAPL | AAPL,MSFT",
                "DENIED_SYMBOLS     | GME     | GME",
                "WASH_TRADES        | deny    | deny",
                "CAPITAL_BUDGET     | 1000    | 1000",
                "MARGIN             | deny    | deny",
            })
    void a_limit_shows_the_value_that_it_was_given(LimitName name, String text, String value) {
        RiskLimit limit = name.read(text);

        assertThat(limit.name()).isEqualTo(name);
        assertThat(limit.value()).isEqualTo(value);
        assertThat(name.read(value)).isEqualTo(limit);
        assertThat(name.expected()).isNotBlank();
    }

    @Test
    void dollars_are_above_zero() {
        refused("max-order-value: 0 (", () -> new RiskLimit.MaxOrderValue(Money.ZERO));
        refused("max-position-value: 0 (", () -> new RiskLimit.MaxPositionValue(Money.ZERO));
        refused("max-daily-loss: -1 (", () -> new RiskLimit.MaxDailyLoss(Money.of("-1")));
        refused("capital-budget: 0 (", () -> new RiskLimit.CapitalBudget(Money.ZERO));
        assertThat(new RiskLimit.MaxDailyLoss(Money.of("0.01")).value()).isEqualTo("0.01");
    }

    @Test
    void a_quantity_is_above_zero() {
        refused("max-order-qty: 0 (", () -> new RiskLimit.MaxOrderQty(Quantity.ZERO));
    }

    @Test
    void a_count_is_from_1_to_100_000() {
        refused("max-open-orders: 0 (", () -> new RiskLimit.MaxOpenOrders(0));
        refused("max-open-orders: 100001 (", () -> new RiskLimit.MaxOpenOrders(100_001));
        assertThat(new RiskLimit.MaxOpenOrders(1).max()).isEqualTo(1);
        assertThat(new RiskLimit.MaxOpenOrders(100_000).max()).isEqualTo(100_000);
    }

    @Test
    void a_percentage_is_above_0_and_at_most_100_with_at_most_4_decimals() {
        refused("price-collar: 0 (", () -> collar("0"));
        refused("price-collar: 100.0001 (", () -> collar("100.0001"));
        refused("price-collar: 0.00001 (", () -> collar("0.00001"));
        assertThat(collar("100").value()).isEqualTo("100%");
        assertThat(collar("0.0001").value()).isEqualTo("0.0001%");
    }

    @Test
    void a_span_is_from_1_second_to_1_day_in_whole_seconds() {
        refused("duplicate-window: PT0S (", () -> window(Duration.ZERO));
        refused("duplicate-window: PT1.5S (", () -> window(Duration.ofMillis(1_500)));
        refused("duplicate-window: PT24H1S (", () -> window(Duration.ofDays(1).plusSeconds(1)));
        assertThat(window(Duration.ofSeconds(1)).value()).isEqualTo("1s");
        assertThat(window(Duration.ofDays(1)).window()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void a_rate_has_a_count_and_a_span() {
        refused("max-order-rate: 0 (", () -> new RiskLimit.MaxOrderRate(0, Duration.ofSeconds(1)));
        refused("max-order-rate: PT0S (", () -> new RiskLimit.MaxOrderRate(1, Duration.ZERO));
    }

    @Test
    void a_list_of_symbols_has_1_to_1_000() {
        refused(
                "allowed-symbols: 0 symbols (",
                () -> new RiskLimit.AllowedSymbols(Collections.emptySortedSet()));
        refused(
                "denied-symbols: 1001 symbols (",
                () -> new RiskLimit.DeniedSymbols(symbols(1_001)));
        assertThat(new RiskLimit.DeniedSymbols(symbols(1_000)).symbols()).hasSize(1_000);
    }

    @Test
    void a_restriction_and_its_changes_name_their_source() {
        refused("source: The operator (", () -> Restriction.requireSource("The operator"));
        refused("source: ? (", () -> new RiskChange.Step.Restrict("?", TradingState.HALTED));
        refused("source: ? (", () -> new RiskChange.Step.Lift("?"));
        refused("state: ", () -> new RiskChange.Step.Restrict("operator", TradingState.ACTIVE));
    }

    private static RiskLimit.PriceCollar collar(String percent) {
        return new RiskLimit.PriceCollar(new BigDecimal(percent));
    }

    private static RiskLimit.DuplicateWindow window(Duration span) {
        return new RiskLimit.DuplicateWindow(span);
    }

    private static SortedSet<Symbol> symbols(int count) {
        return IntStream.range(0, count)
                .mapToObj(number ->
                        new Symbol(
                                "A"
                                        + (char) ('A' + number / 676)
                                        + (char) ('A' + number / 26 % 26)
                                        + (char) ('A' + number % 26)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void refused(String message, ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(message);
    }
}
