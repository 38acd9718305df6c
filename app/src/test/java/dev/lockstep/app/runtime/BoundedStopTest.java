package dev.lockstep.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BoundedStopTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void a_server_that_stops_is_waited_for() {
        AtomicBoolean stopped = new AtomicBoolean();

        assertThat(BoundedStop.of("a server", () -> stopped.set(true), LONG)).isTrue();

        assertThat(stopped).isTrue();
    }

    @Test
    void a_server_that_never_stops_does_not_keep_the_platform_from_ending() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(BoundedStop.of("a server", () -> await(never), SHORT)).isFalse();
    }

    private static void await(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
