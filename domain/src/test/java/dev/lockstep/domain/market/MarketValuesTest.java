package dev.lockstep.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MarketValuesTest {
    private static final Instant OPEN = Instant.parse("2026-01-05T14:30:00Z");

    @Test
    void a_timeframe_is_typed_as_it_is_shown() {
        for (Timeframe each : Timeframe.values()) {
            assertThat(Timeframe.typed(each.text())).isEqualTo(each);
        }
        assertThat(Timeframe.typed("15m").length()).isEqualTo(Duration.ofMinutes(15));
        assertThatThrownBy(() -> Timeframe.typed("2m"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("timeframe: 2m (expected: 1m, 5m, 15m, 1h, 1d)");
    }

    @Test
    void a_trading_day_ends_after_it_begins() {
        LocalDate date = LocalDate.of(2026, 1, 5);

        assertThat(new TradingDay(date, OPEN, OPEN.plusSeconds(1)).close())
                .isEqualTo(OPEN.plusSeconds(1));
        assertThatThrownBy(() -> new TradingDay(date, OPEN, OPEN))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("close: ");
    }
}
