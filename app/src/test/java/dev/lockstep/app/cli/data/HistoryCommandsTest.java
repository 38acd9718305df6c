package dev.lockstep.app.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The history of orders: its proof, its replay, and how it was at a time. */
@Tag("slow")
class HistoryCommandsTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void the_events_are_proven_replayed_and_shown_as_of_a_time() {
        JsonNode order =
                exchange.run("order submit --symbol AAPL --side buy --qty 3 --json")
                        .json()
                        .path("order");
        String id = order.path("id").asText();
        String made = order.path("createdAt").asText();

        CliFixture.Ran verified = exchange.cli().run("audit", "verify", "--json");
        assertThat(verified.code()).isZero();
        assertThat(CliFixture.fields(verified.json()))
                .containsExactly(
                        "intact", "events", "orders", "lastHash", "records", "lastRecordHash");
        assertThat(verified.json().path("intact").asBoolean()).isTrue();
        assertThat(verified.json().path("lastHash").asText()).matches("[0-9a-f]{64}");
        assertThat(exchange.cli().run("audit", "verify").out()).contains("intact");
        JsonNode replayed = exchange.cli().run("replay", "--all", "--json").json();
        assertThat(CliFixture.fields(replayed))
                .containsExactly("orders", "events", "differ", "differences");
        assertThat(replayed.path("differ").asInt()).isZero();
        assertThat(exchange.cli().run("replay", id).out())
                .contains("the events reproduce the stored orders");
        assertThat(exchange.cli().run("replay").code()).isEqualTo(2);
        assertThat(exchange.cli().run("order", "show", id, "--history").out())
                .contains("version 1", "payload");
        JsonNode then = exchange.cli().run("order", "show", id, "--as-of", made, "--json").json();
        assertThat(then.path("status").asText()).isEqualTo("pending_submit");
        assertThat(then.path("history")).hasSize(1);
        assertThat(CliFixture.fields(then))
                .startsWith("symbol", "side")
                .endsWith("updatedAt", "version", "history", "chain");
        CliFixture.Ran before =
                exchange.cli().run("order", "show", id, "--as-of", "2020-01-01T00:00:00Z");
        assertThat(before.code()).isEqualTo(1);
        assertThat(before.err()).contains("did not exist yet");
        CliFixture.Ran wrong = exchange.cli().run("order", "show", id, "--as-of", "yesterday");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("as-of: yesterday (expected: a time with its zone");
    }
}
