package dev.lockstep.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final LocalTime TEN_PM = LocalTime.of(22, 0);
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T21:59:59Z, false",
        "2026-01-05T22:00:00Z, true",
        "2026-01-06T00:00:00Z, true",
        "2026-01-06T06:59:59Z, true",
        "2026-01-06T07:00:00Z, false"
    })
    void they_may_span_midnight(Instant time, boolean quiet) {
        assertThat(new QuietHours(TEN_PM, SEVEN, ZoneOffset.UTC).cover(time)).isEqualTo(quiet);
        assertThat(new QuietHours(SEVEN, TEN_PM, ZoneOffset.UTC).cover(time)).isNotEqualTo(quiet);
    }

    @Test
    void they_follow_the_clock_of_their_zone() {
        QuietHours berlin = new QuietHours(TEN_PM, SEVEN, ZoneId.of("Europe/Berlin"));

        assertThat(berlin.cover(Instant.parse("2026-01-05T21:30:00Z"))).isTrue();
        assertThat(berlin.cover(Instant.parse("2026-07-05T05:30:00Z"))).isFalse();
    }

    @Test
    void they_have_a_length() {
        assertThatThrownBy(() -> new QuietHours(SEVEN, SEVEN, ZoneOffset.UTC))
                .isInstanceOf(InvalidValueException.class);
    }
}
