package dev.lockstep.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShownValueTest {
    @Test
    void a_time_in_a_sentence_has_no_fraction_of_a_second() {
        assertThat(ShownValue.seconds(Instant.parse("2026-01-05T14:30:00.123456789Z")))
                .isEqualTo("2026-01-05T14:30:00Z");
    }
}
