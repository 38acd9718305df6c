package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Background checkpoints keep the journal's size independent of the amount written. */
@Tag("slow")
class CheckpointTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final long MAX_BYTES = 64L << 20;

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;

    @Test
    void an_idle_database_is_checkpointed_completely() {
        try (SqliteStore store = Stores.open(folder.resolve("orders.db"))) {
            store.repository().add(sample.intent(), Evidence.local("test"));

            Eventually.within(
                    BOUND,
                    "nothing is pending",
                    () ->
                            store.checkpointer().journal().pages() > 0
                                    && store.checkpointer().journal().pending() == 0);
        }
    }

    @Test
    void the_journal_stays_bounded_under_writes() throws Exception {
        Path journal = folder.resolve("orders.db-wal");
        try (SqliteStore store = Stores.open(folder.resolve("orders.db"))) {
            Evidence large = new Evidence(Evidence.Source.POLL, "test", "", "x".repeat(16_000));
            for (int round = 0; round < 20; round++) {
                List<Order> orders =
                        IntStream.range(0, 250).mapToObj(_ -> sample.intent()).toList();
                store.repository().addAll(orders, large);
            }
            assertThat(Files.size(folder.resolve("orders.db"))).isGreaterThan(MAX_BYTES / 2);
            assertThat(Files.size(journal)).isLessThan(MAX_BYTES);
        }
    }
}
