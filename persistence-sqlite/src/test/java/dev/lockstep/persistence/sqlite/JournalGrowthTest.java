package dev.lockstep.persistence.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that another process keeps from shrinking. */
@Tag("slow")
class JournalGrowthTest {
    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final Evidence EVIDENCE = Evidence.local("test");

    private final SampleOrders sample = new SampleOrders();
    private @TempDir Path folder;

    @Test
    void a_journal_blocked_by_another_process_is_reported_with_that_process() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/locks")), "the system does not show locks");
        try (SqliteStore store = Stores.open(folder.resolve("orders.db"))) {
            add(store, 1);
            Process reader = reader();
            try (BufferedReader printed = reader.inputReader()) {
                assertThat(printed.lines().anyMatch("READS"::equals)).isTrue();
                add(store, 2_000);

                Eventually.within(
                        BOUND, "it is reported", () -> store.inspection().journal().exceeded());

                assertThat(store.inspection().journal().cause())
                        .contains("process " + reader.pid())
                        .contains("end that read");
            } finally {
                reader.destroyForcibly().waitFor();
            }
            Eventually.within(
                    BOUND,
                    "it has shrunk",
                    () -> {
                        add(store, 1);
                        return !store.inspection().journal().exceeded();
                    });
            assertThat(store.inspection().journal().cause()).isEmpty();
        }
    }

    private Process reader() throws Exception {
        List<String> command = new ArrayList<>(ChildJvm.jvm(OutsideReader.class));
        command.add(folder.resolve("orders.db").toString());
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private void add(SqliteStore store, int count) {
        List<Order> orders = IntStream.range(0, count).mapToObj(_ -> sample.intent()).toList();
        store.repository().addAll(orders, EVIDENCE);
    }
}
