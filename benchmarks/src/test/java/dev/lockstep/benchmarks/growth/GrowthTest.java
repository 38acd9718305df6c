package dev.lockstep.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.benchmarks.measure.BenchmarkOutcome;
import dev.lockstep.benchmarks.measure.Goal;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the reads at sizes that show that they work, not their speed. */
@Tag("slow")
class GrowthTest {
    @TempDir private Path folder;

    @Test
    void every_read_of_every_size_finds_what_was_stored_and_has_a_slope() throws Exception {
        List<String> charts = new ArrayList<>();

        BenchmarkOutcome outcome =
                new Growth(folder, List.of(1_000, 1_500), 2, charts::add, _ -> {}).measure(1);

        assertThat(outcome.scores().byName()).hasSize(16);
        assertThat(outcome.findings()).hasSize(8);
        assertThat(outcome.findings())
                .filteredOn(finding -> !(finding.goal() instanceof Goal.Told))
                .hasSize(2)
                .allSatisfy(finding ->
                        assertThat(finding.name()).containsAnyOf("audit verify", "profit"));
        assertThat(charts).singleElement().asString().contains("audit verify, ", ">1,500<");
    }

    @ParameterizedTest
    @CsvSource({
        "AUDIT, UPDATE orders SET cum_qty = '9' WHERE order_id = (SELECT min(order_id) FROM orders)",
        "PROFIT, UPDATE orders SET cum_qty = '9' WHERE cum_qty = '10'",
        "HOLDINGS, UPDATE orders SET strategy = 'other' WHERE strategy = 'strategy-1'",
        "PAGE, DELETE FROM orders",
        "SYMBOL, UPDATE orders SET symbol = 'OTHER'",
        "STRATEGY, UPDATE orders SET strategy = 'other'",
        "OPEN, UPDATE orders SET may_be_at_broker = 0",
        "FILLED_OF_BOTH, UPDATE orders SET strategy = 'other'"
    })
    void a_read_that_finds_something_else_is_no_result(GrownRead read, String change)
            throws Exception {
        GrownBook book = new GrowingStore(folder, _ -> {}).grown(List.of(1_000)).getFirst();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + book.file());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isPositive();
        }

        try (SqliteStore store = SqliteStore.open(SqliteConfig.at(book.file()))) {
            assertThatThrownBy(() -> read.read(store, book))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(read.label());
        }
    }

    @Test
    void sizes_are_powers_of_ten_and_the_largest() {
        assertThat(Growth.sizesUpTo(1_000_000)).containsExactly(1_000, 10_000, 100_000, 1_000_000);
        assertThat(Growth.sizesUpTo(3_000)).containsExactly(1_000, 3_000);
    }
}
