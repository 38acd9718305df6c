package dev.lockstep.app.cli.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Syncing, and verifying the books of both sides. */
@Tag("slow")
class SyncCommandsTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void the_json_of_a_sync_has_these_keys() {
        assertThat(CliFixture.fields(exchange.cli().run("sync", "--json").json()))
                .containsExactly(
                        "at",
                        "changed",
                        "unchanged",
                        "settled",
                        "unresolved",
                        "external",
                        "refused",
                        "missing",
                        "unreadable",
                        "newExecutions",
                        "executionsFault",
                        "newAdjustments",
                        "adjustmentsFault",
                        "unreadableAdjustments",
                        "released");
    }

    @Test
    void a_sync_by_hand_keeps_executions_once() {
        exchange.run("order submit --symbol F --side buy --qty 7");

        JsonNode first = exchange.cli().run("sync", "--json").json();
        JsonNode second = exchange.cli().run("sync", "--json").json();

        assertThat(first.path("newExecutions").intValue()).isPositive();
        assertThat(first.path("executionsFault").isNull()).isTrue();
        assertThat(second.path("newExecutions").intValue()).isZero();
    }

    @Test
    void an_order_that_the_database_does_not_know_is_a_difference() throws IOException {
        exchange.run("order submit --symbol F --side buy --qty 1");
        // A command that has ended leaves its orders in the one file.
        Path database = exchange.cli().data().resolve("lockstep.db");
        Path earlier = home.resolve("earlier.db");
        Files.copy(database, earlier);
        exchange.run("order submit --symbol F --side buy --qty 2");
        Files.move(earlier, database, StandardCopyOption.REPLACE_EXISTING);
        CliFixture.Ran ran = exchange.cli().run("verify", "--json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.json().path("lost").asInt()).isEqualTo(1);
        assertThat(ran.json().path("differences").path(0).asText()).contains("not in the database");
    }

    @Test
    void a_folder_whose_process_died_before_it_made_a_database_is_not_verified()
            throws IOException {
        Files.writeString(
                exchange.cli().data().resolve("lockstep.properties"),
                "mode=sim\nbroker=the simulator in this folder\naccount=\n");
        CliFixture.Ran ran = exchange.cli().run("verify", "--json");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("no database in " + exchange.cli().data());
    }

    @Test
    void a_verification_has_the_counts_and_the_differences() {
        exchange.run("order submit --symbol F --side buy --qty 1");
        CliFixture.Ran ran = exchange.cli().run("verify", "--json");
        assertThat(ran.code()).isZero();
        assertThat(CliFixture.fields(ran.json()))
                .containsExactly("lost", "unreadable", "duplicated", "unknown", "differences");
        assertThat(ran.json().path("lost").asInt()).isZero();
    }
}
