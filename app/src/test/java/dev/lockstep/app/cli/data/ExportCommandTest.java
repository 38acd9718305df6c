package dev.lockstep.app.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.export.ExportKind;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is written out for other programs. */
@Tag("slow")
class ExportCommandTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    private String filled = "";

    @BeforeEach
    void start() {
        filled = orderId("order submit --symbol AAPL --side buy --qty 3 --key a,b --json");
        orderId("order submit --symbol F --side buy --qty 1 --limit-price 2 --json");
        run("sync");
    }

    @Test
    void orders_are_written_as_csv_with_a_line_of_names_and_filtered() {
        List<String> all = run("export orders").out().lines().toList();
        assertThat(all).hasSize(3);
        assertThat(all.getFirst()).isEqualTo(String.join(",", ExportKind.ORDERS.columns()));
        assertThat(all.get(1)).startsWith("AAPL,buy,3,,market,").contains("\"a,b\"", filled);

        assertThat(run("export orders --symbol f").out().lines()).hasSize(2);
        assertThat(run("export orders --status filled").out().lines()).hasSize(2);
        assertThat(run("export orders --since 2999-01-01T00:00:00Z").out().lines()).hasSize(1);
        assertThat(run("export orders --until 2000-01-01T00:00:00Z").out().lines()).hasSize(1);
    }

    @Test
    void a_denied_order_is_a_row_of_csv_with_its_denials_in_one_cell() {
        run("risk set max-order-qty 1 --reason test");
        exchange.run("order submit --symbol AAPL --side buy --qty 9");

        List<String> rows = run("export orders --status denied").out().lines().toList();

        assertThat(rows).hasSize(2);
        assertThat(rows.getLast()).contains("denied", "order_quantity");
    }

    @Test
    void json_lines_have_the_keys_of_the_columns() throws IOException {
        storeFill();
        buyCoin();
        orderId("order submit --symbol ETH/USD --side sell --qty 1 --time-in-force gtc --json");
        run("sync");
        for (ExportKind kind : ExportKind.values()) {
            List<JsonNode> rows = rows("export " + kind + " --format jsonl");
            assertThat(rows).isNotEmpty();
            assertThat(rows)
                    .allSatisfy(row ->
                            assertThat(row.properties().stream().map(Map.Entry::getKey))
                                    .containsExactlyInAnyOrderElementsOf(kind.columns()));
        }
    }

    @Test
    void every_event_of_the_orders_is_written() throws IOException {
        List<JsonNode> events = rows("export events --format jsonl --symbol AAPL");

        assertThat(events).hasSizeGreaterThanOrEqualTo(3);
        assertThat(events).allMatch(event -> event.path("orderId").asText().equals(filled));
        assertThat(events.getFirst().path("status").asText()).isEqualTo("pending_submit");
        assertThat(events.getLast().path("status").asText()).isEqualTo("filled");
    }

    @Test
    void a_file_is_whole_or_not_there_and_never_replaced_unasked() throws IOException {
        Path file = home.resolve("orders.jsonl");

        CliFixture.Ran ran = run("export orders --json --out " + file);

        assertThat(ran.json().path("rows").asInt()).isEqualTo(2);
        assertThat(file).content().hasLineCount(2);
        CliFixture.Ran again = run("export events --out " + file);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("cannot write " + file, "--overwrite replaces it");
        assertThat(file).content().hasLineCount(2);
        assertThat(run("export events --overwrite --out " + file).code()).isZero();
        assertThat(file).content().contains("pending_submit");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "orders.jsonl");
        }
    }

    @Test
    void what_cannot_be_written_is_told_with_its_place() {
        assertThat(run("export orders --out " + home).err()).contains("--format");
        assertThat(run("export orders --format csv --out " + home).err())
                .contains("it is a folder");
        assertThat(run("export orders --out " + home.resolve("none/orders.csv")).err())
                .contains("no folder");
        assertThat(run("export trades").err())
                .contains("trades", "orders, events, fills, adjustments");
        assertThat(run("export orders --json").err()).contains("only with --out");
        assertThat(
                        run("export orders --since 2026-01-02T00:00:00Z --until"
                                        + " 2026-01-01T00:00:00Z")
                                .err())
                .contains("until: 2026-01-01T00:00:00Z (expected: after since");
    }

    @Test
    void adjustments_are_written_with_the_evidence_of_the_broker() throws IOException {
        buyCoin();

        List<JsonNode> rows = rows("export adjustments --format jsonl --symbol ETH/USD");

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().path("qty").asText()).isEqualTo("-0.005");
        assertThat(rows.getFirst().path("payload").asText()).contains("CFEE");
        assertThat(run("export adjustments --symbol AAPL").out().lines()).hasSize(1);
        assertThat(run("export adjustments --until 2000-01-01T00:00:00Z").out().lines()).hasSize(1);
        assertThat(run("export adjustments --side buy").err())
                .contains("only --symbol, --since, --until");
    }

    private void buyCoin() {
        orderId("order submit --symbol ETH/USD --side buy --qty 2 --time-in-force gtc --json");
        run("sync");
    }

    private void storeFill() {
        String brokerId =
                run("order show " + filled + " --json").json().path("brokerOrderId").asText();
        try (StoreUseCases book =
                exchange.cli()
                        .platforms()
                        .store(Settings.ofOwnSimulator(new DataFolder(exchange.cli().data())))) {
            book.fills()
                    .addAll(
                            List.of(
                                    new Fill(
                                            new ExecutionId("x1"),
                                            new BrokerOrderId(brokerId),
                                            new Symbol("AAPL"),
                                            Side.BUY,
                                            Quantity.of("3"),
                                            Price.of("190.5"),
                                            Quantity.of("3"),
                                            Quantity.ZERO,
                                            Instant.EPOCH)));
        }
    }

    private List<JsonNode> rows(String command) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : run(command).out().lines().toList()) {
            rows.add(mapper.readTree(line));
        }
        return rows;
    }

    private String orderId(String command) {
        return run(command).json().path("order").path("id").asText();
    }

    private CliFixture.Ran run(String command) {
        return exchange.cli().run(command.split(" ", -1));
    }
}
