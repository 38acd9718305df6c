package dev.lockstep.domain.usecase.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeCommitHints;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeedWaitTest {
    private static final Duration ENDLESS = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final FakeCommitHints hints = new FakeCommitHints();
    private final ExecutorService readers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        readers.shutdownNow();
    }

    @Test
    void a_hint_ends_a_wait() throws Exception {
        try (FeedWait wait = wait(ENDLESS)) {
            Future<?> waiting = readers.submit(() -> awaited(wait));

            hints.committed();

            assertThat(waiting.get()).isEqualTo(true);
        }
    }

    @Test
    void a_hint_during_a_read_ends_the_wait_after_it() throws Exception {
        try (FeedWait wait = wait(ENDLESS)) {
            hints.committed();
            hints.committed();

            wait.await(true);
        }
    }

    @Test
    void a_loss_ends_a_wait() throws Exception {
        try (FeedWait wait = wait(ENDLESS)) {
            Future<?> waiting = readers.submit(() -> awaited(wait));

            hints.lose();

            assertThat(waiting.get()).isEqualTo(true);
        }
    }

    @Test
    void without_hints_the_interval_ends_each_wait() throws Exception {
        try (FeedWait wait = wait(SHORT)) {
            for (int read = 0; read < 3; read++) {
                long began = System.nanoTime();
                wait.await(false);
                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .isGreaterThanOrEqualTo(SHORT);
            }
        }
    }

    @Test
    void a_closed_wait_gets_no_hints() {
        FeedWait wait = wait(ENDLESS);
        assertThat(hints.subscribers()).isOne();

        wait.close();

        assertThat(hints.subscribers()).isZero();
    }

    private FeedWait wait(Duration interval) {
        return new FeedWaits(hints, System::nanoTime).every(interval);
    }

    private static boolean awaited(FeedWait wait) throws InterruptedException {
        wait.await(false);
        return true;
    }
}
