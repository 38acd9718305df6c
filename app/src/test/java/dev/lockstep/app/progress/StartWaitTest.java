package dev.lockstep.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long another process is waited for, by a clock that the test moves. */
class StartWaitTest {
    private static final Duration ALMOST = Duration.ofSeconds(179);

    private final AtomicLong nanos = new AtomicLong();
    private final StartWait wait = new StartWait("the test", new File("log"), nanos::get);

    @Test
    void a_process_that_uses_the_processor_is_waited_for_however_long_it_takes() {
        for (int used = 1; used <= 100; used++) {
            pass(ALMOST);
            assertThat(wait.goesOn(Optional.of(Duration.ofMillis(used)))).isTrue();
        }
    }

    @Test
    void a_process_that_stands_still_for_three_minutes_is_given_up() {
        assertThat(wait.goesOn(Optional.of(Duration.ofMillis(5)))).isTrue();
        pass(ALMOST);
        assertThat(wait.goesOn(Optional.of(Duration.ofMillis(5)))).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(wait.goesOn(Optional.of(Duration.ofMillis(5)))).isFalse();
    }

    @Test
    void a_process_whose_processor_time_is_unknown_counts_as_standing_still() {
        pass(ALMOST);
        assertThat(wait.goesOn(Optional.empty())).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(wait.goesOn(Optional.empty())).isFalse();
    }

    private void pass(Duration time) {
        long _ = nanos.addAndGet(time.toNanos());
    }
}
