package dev.lockstep.broker.alpaca.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reconnect waits grow, are bounded and contain jitter. */
final class ReconnectWaitsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 500, 1000",
        "1, 1000, 2000",
        "3, 4000, 8000",
        "6, 30000, 60000",
        "40, 30000, 60000",
        "2147483647, 30000, 60000"
    })
    void each_wait_is_between_half_and_all_of_its_bound(int failures, long least, long most) {
        SplittableRandom random = new SplittableRandom(7);

        var waits =
                IntStream.range(0, 200)
                        .mapToObj(_ -> ReconnectWaits.defaults().after(failures, random))
                        .map(Duration::toMillis)
                        .collect(Collectors.toSet());

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(least, most));
        assertThat(waits).hasSizeGreaterThan(50);
    }
}
