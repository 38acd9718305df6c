package dev.lockstep.simulator.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadsInProgressTest {
    private final ReadsInProgress reads = new ReadsInProgress();

    @Test
    void a_read_counts_from_the_selector_until_its_task_has_run() {
        Runnable task = reads.counted(() -> assertThat(reads.none()).isFalse());
        assertThat(reads.none()).isFalse();
        task.run();
        assertThat(reads.none()).isTrue();
    }

    @Test
    void a_wait_ends_with_a_read() throws InterruptedException {
        long before = reads.ended();
        reads.counted(() -> {}).run();
        reads.awaitEnd(before, Duration.ofDays(1));
        assertThat(reads.ended()).isEqualTo(before + 1);
    }

    @Test
    void a_read_that_no_thread_takes_counts_until_it_is_closed() throws IOException {
        Runnable task = reads.counted(() -> {});
        ((Closeable) task).close();
        assertThat(reads.none()).isTrue();
        task.run();
        assertThat(reads.none()).isTrue();
    }
}
