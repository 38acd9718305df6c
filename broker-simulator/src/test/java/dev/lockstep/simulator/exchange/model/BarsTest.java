package dev.lockstep.simulator.exchange.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static final Instant START = Instant.parse("2026-01-05T14:30:00Z");

    private final Bars bars =
            new Bars(new TreeMap<>(Map.of("AAPL", List.of(bar(0), bar(1), bar(5)))));

    @Test
    void played_bars_start_in_the_range_and_have_ended() {
        assertThat(bars.played("AAPL", START, minute(9), minute(2)))
                .containsExactly(bar(0), bar(1));
        assertThat(bars.played("AAPL", minute(1), minute(4), minute(9))).containsExactly(bar(1));
        assertThat(bars.played("AAPL", minute(1), minute(9), minute(9)))
                .containsExactly(bar(1), bar(5));
        assertThat(bars.played("AAPL", minute(4), minute(9), minute(1))).isEmpty();
        assertThat(bars.played("MSFT", START, minute(9), minute(9))).isEmpty();
    }

    @Test
    void the_next_change_is_the_next_begin_or_end_of_a_bar() {
        assertThat(bars.nextChange(START.minusSeconds(1))).isEqualTo(START);
        assertThat(bars.nextChange(START)).isEqualTo(minute(1));
        assertThat(bars.nextChange(minute(1))).isEqualTo(minute(2));
        assertThat(bars.nextChange(minute(2))).isEqualTo(minute(5));
        assertThat(bars.nextChange(minute(5))).isEqualTo(minute(6));
        assertThat(bars.nextChange(minute(6))).isNull();
    }

    private static Instant minute(int number) {
        return START.plusSeconds(60L * number);
    }

    private static Bar bar(int minute) {
        BigDecimal price = BigDecimal.valueOf(100 + minute);
        return new Bar(
                minute(minute), minute(minute + 1), price, price, price, price, BigDecimal.TEN);
    }
}
