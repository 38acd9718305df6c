package dev.lockstep.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.AccountRecords;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The page with charts. */
class BacktestPageTest {
    private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");

    @Test
    void its_axes_have_grouped_amounts_and_dates() {
        String page = page(Duration.ofDays(1));
        assertThat(page)
                .contains(">$100,000.00</text>", ">$120,000.00</text>")
                .contains(">Jan 5, 2026</text>", ">Jan 15, 2026</text>")
                .contains("$123,400.00 at the end, lowest $98,765.43, highest $123,400.00");
    }

    @Test
    void a_short_backtest_has_times_in_new_york_on_its_axis() {
        assertThat(page(Duration.ofMinutes(1)))
                .contains(">Jan 5, 09:30</text>", ">Jan 5, 09:40</text>");
    }

    @Test
    void amounts_are_grouped_and_ratios_are_in_percent() {
        assertThat(page(Duration.ofDays(1)))
                .contains("<td>Initial equity</td><td>$100,000.00</td>")
                .contains("<td>Return</td><td>23.40%</td>")
                .contains("<td>Max drawdown</td><td>$1,234.57</td>");
    }

    @Test
    void it_is_readable_in_dark_and_light_and_loads_nothing() {
        assertThat(page(Duration.ofDays(1)))
                .contains("prefers-color-scheme:dark", "color-scheme:light dark")
                .doesNotContain("http", "<script", "url(", "@import");
    }

    @Test
    void a_backtest_without_a_move_has_a_chart_too() {
        EquityCurve curve = new EquityCurve();
        curve.add(START, value("100000"));
        assertThat(page(curve)).contains(">$100,000.00</text>");
    }

    /** Returns the page of eleven steps. */
    private static String page(Duration apart) {
        EquityCurve curve = new EquityCurve();
        curve.add(START, value("100000"));
        curve.add(START.plus(apart), value("98765.43"));
        for (int step = 2; step <= 10; step++) {
            curve.add(START.plus(apart.multipliedBy(step)), value("123400"));
        }
        return page(curve);
    }

    private static String page(EquityCurve curve) {
        return new BacktestPage(
                        new BacktestResult(
                                "AAPL.csv",
                                START,
                                curve.points().getLast().at(),
                                new BacktestEnd.Complete(),
                                0,
                                value(curve.points().getLast().equity().toPlainString()),
                                List.of(),
                                List.of(),
                                BigDecimal.ZERO,
                                Set.of(),
                                curve))
                .html();
    }

    private static AccountRecords.Value value(String equity) {
        return new AccountRecords.Value(new BigDecimal(equity), BigDecimal.ZERO);
    }
}
