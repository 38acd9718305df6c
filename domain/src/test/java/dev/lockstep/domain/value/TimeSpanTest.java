package dev.lockstep.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S,        0ms",
        "PT0.042S,    42ms",
        "PT1.9S,      1s",
        "PT59S,       59s",
        "PT1M,        1m",
        "PT2M10S,     2m 10s",
        "PT1H5S,      1h",
        "PT3H5M9S,    3h 5m",
        "P2DT3H59M,   2d 3h",
        "P400D,       400d",
        "PT-5S,       -5000ms"
    })
    void an_age_is_shown_in_its_two_largest_units(Duration age, String shown) {
        assertThat(TimeSpan.rough(age)).isEqualTo(shown);
    }
}
