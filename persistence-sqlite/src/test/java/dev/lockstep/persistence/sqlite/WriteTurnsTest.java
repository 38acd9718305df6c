package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.store.AddOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers that take turns, and those that cannot. */
@Tag("slow")
class WriteTurnsTest {
    private static final Evidence EVIDENCE = Evidence.local("test");
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;

    @Test
    void a_process_that_keeps_its_turn_does_not_keep_others_from_writing() throws Exception {
        Path file = folder.resolve("orders.db");
        Path held = folder.resolve("held");
        try (SqliteStore store = Stores.open(file);
                ChildJvm _ = holder(held)) {
            Eventually.within(BOUND, "the turn is held", () -> Files.exists(held));

            assertThat(add(store)).isInstanceOf(AddOutcome.Added.class);
            assertThat(add(store)).isInstanceOf(AddOutcome.Added.class);
        }
    }

    @Test
    void a_turn_comes_when_the_process_that_had_it_is_killed() throws Exception {
        Path file = folder.resolve("orders.db");
        Path held = folder.resolve("held");
        try (SqliteStore store = Stores.open(file)) {
            CompletableFuture<AddOutcome> waiting;
            try (ChildJvm _ = holder(held)) {
                Eventually.within(BOUND, "the turn is held", () -> Files.exists(held));
                waiting = CompletableFuture.supplyAsync(() -> add(store));
            }
            assertThat(waiting).succeedsWithin(BOUND);
        }
    }

    @Test
    void writes_need_no_turns() throws Exception {
        Path file = folder.resolve("orders.db");
        Files.createDirectory(folder.resolve("orders.db-turns"));
        try (SqliteStore store = Stores.open(file)) {
            assertThat(add(store)).isInstanceOf(AddOutcome.Added.class);
        }
    }

    @Test
    void stores_of_one_process_take_turns_too() {
        Path file = folder.resolve("orders.db");
        int each = 50;
        try (SqliteStore one = Stores.open(file);
                SqliteStore other = Stores.open(file)) {
            List<CompletableFuture<AddOutcome>> added = new ArrayList<>();
            for (int order = 0; order < each; order++) {
                added.add(CompletableFuture.supplyAsync(() -> add(one)));
                added.add(CompletableFuture.supplyAsync(() -> add(other)));
            }
            assertThat(added)
                    .allSatisfy(outcome ->
                            assertThat(outcome)
                                    .succeedsWithin(BOUND)
                                    .isInstanceOf(AddOutcome.Added.class));
        }
    }

    @Test
    void a_store_that_is_closed_leaves_the_turns_of_the_others() throws Exception {
        Path file = folder.resolve("orders.db");
        try (SqliteStore one = Stores.open(file)) {
            SqliteStore other = Stores.open(file);
            add(other);
            other.close();

            assertThat(add(one)).isInstanceOf(AddOutcome.Added.class);
        }
    }

    private ChildJvm holder(Path held) throws Exception {
        return ChildJvm.start(
                List.of(),
                HeldTurns.class,
                folder,
                folder.resolve("orders.db-turns").toString(),
                held.toString());
    }

    private AddOutcome add(SqliteStore store) {
        return store.repository().add(sample.intent(), EVIDENCE);
    }
}
