package dev.lockstep.app.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final Percentage ONE_STEP = Percentage.withPercentage(6.5);

    @Test
    void a_percentile_is_right_to_a_sixteenth_and_never_too_short() {
        Latencies latencies = new Latencies();
        for (long micros = 1; micros <= 100_000; micros += 10) {
            latencies.add(Duration.ofNanos(micros * 1_000));
        }
        assertThat(latencies.percentileMicros(50)).isCloseTo(50_000, ONE_STEP);
        assertThat(latencies.percentileMicros(50)).isGreaterThanOrEqualTo(49_990);
        assertThat(latencies.percentileMicros(99)).isCloseTo(99_000, ONE_STEP);
    }

    @Test
    void short_times_are_exact_and_no_calls_took_no_time() {
        Latencies latencies = new Latencies();
        assertThat(latencies.percentileMicros(99)).isZero();
        latencies.add(Duration.ofNanos(7_000));
        assertThat(latencies.percentileMicros(50)).isEqualTo(7);
    }

    @Test
    void a_call_of_a_month_is_still_counted() {
        Latencies latencies = new Latencies();
        latencies.add(Duration.ofDays(30));
        assertThat(latencies.percentileMicros(50)).isGreaterThan(1_000_000_000_000L);
    }

    @Test
    void what_is_written_down_and_read_again_is_added() {
        Latencies one = new Latencies();
        one.add(Duration.ofMillis(1));
        Latencies both = Latencies.of(one.json());
        both.addAll(one);
        both.add(Duration.ofMillis(9));
        assertThat(both.percentileMicros(60)).isCloseTo(1_000, ONE_STEP);
        assertThat(both.percentileMicros(99)).isCloseTo(9_000, ONE_STEP);
    }
}
