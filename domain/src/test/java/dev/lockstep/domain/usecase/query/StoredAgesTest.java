package dev.lockstep.domain.usecase.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredAgesTest {
    private final TestClock clock = new TestClock();
    private final StoredAges ages = new StoredAges(clock);
    private final Instant start = clock.instant();

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void a_step_of_the_wall_clock_changes_no_age(long seconds) {
        ages.of("order", start);
        clock.step(Duration.ofSeconds(seconds));
        clock.pass(Duration.ofSeconds(10));

        assertThat(ages.of("order", start)).hasSeconds(10);
    }

    @Test
    void a_timestamp_from_before_this_process_keeps_its_age() {
        assertThat(ages.of("order", start.minusSeconds(60))).hasSeconds(60);
    }

    @Test
    void a_timestamp_from_the_future_is_as_old_as_it_has_been_known() {
        Instant ahead = start.plusSeconds(3_600);
        assertThat(ages.of("order", ahead)).isZero();
        clock.pass(Duration.ofSeconds(30));

        assertThat(ages.reached("order", ahead, Duration.ofSeconds(30))).isTrue();
        assertThat(ages.reached("order", ahead, Duration.ofSeconds(31))).isFalse();
    }
}
