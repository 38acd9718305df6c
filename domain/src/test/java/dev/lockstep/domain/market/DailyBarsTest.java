package dev.lockstep.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DailyBarsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-01-06");

    @Test
    void the_last_close_is_the_bar_before_once_today_has_traded() {
        DailyBars bars =
                new DailyBars(
                        bar("AAPL", "2026-01-05T05:00:00Z", "20", "21"),
                        bar("AAPL", "2026-01-02T05:00:00Z", "10", "11"));

        assertThat(bars.lastClose(MONDAY)).contains(Price.of("11"));
        assertThat(bars.lastClose(TUESDAY)).contains(Price.of("21"));
    }

    @Test
    void without_a_bar_of_the_day_before_the_last_close_is_not_known() {
        DailyBars bars = new DailyBars(bar("AAPL", "2026-01-05T05:00:00Z", "20", "21"), null);

        assertThat(bars.lastClose(MONDAY)).isEmpty();
        assertThat(bars.lastClose(TUESDAY)).contains(Price.of("21"));
    }

    @Test
    void in_the_evening_of_new_york_the_next_day_of_crypto_has_begun() {
        DailyBars bars =
                new DailyBars(
                        bar("BTC/USD", "2026-01-06T00:00:00Z", "20", "21"),
                        bar("BTC/USD", "2026-01-05T00:00:00Z", "10", "11"));

        assertThat(bars.lastClose(MONDAY)).contains(Price.of("10"));
        assertThat(bars.lastClose(TUESDAY)).contains(Price.of("11"));
    }

    private static Bar bar(String symbol, String from, String open, String close) {
        return new Bar(
                new Symbol(symbol),
                Instant.parse(from),
                Price.of(open),
                Price.of("30"),
                Price.of("1"),
                Price.of(close),
                Quantity.of("1"));
    }
}
