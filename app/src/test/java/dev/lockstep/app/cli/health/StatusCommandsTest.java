package dev.lockstep.app.cli.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.exit.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The state of the broker, the account and the database. */
@Tag("slow")
class StatusCommandsTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void a_checkup_without_a_database_names_it_and_checks_the_broker() {
        CliFixture.Ran doctor = exchange.cli().run("doctor", "--json");

        assertThat(doctor.code()).isZero();
        assertThat(doctor.json().path("findings"))
                .extracting(finding -> finding.path("area").asText())
                .contains("database", "broker");
        assertThat(doctor.json().at("/findings/1/text").asText()).contains("lockstep.db");
    }

    @Test
    void the_account_and_the_checkup_are_shown() {
        assertThat(exchange.cli().run("sync").code()).isZero();
        assertThat(CliFixture.fields(exchange.cli().run("account", "--json").json()))
                .containsExactly(
                        "accountNumber",
                        "status",
                        "cash",
                        "equity",
                        "buyingPower",
                        "nonMarginableBuyingPower",
                        "lastEquity",
                        "tradingBlocked",
                        "restrictions");
        assertThat(exchange.cli().run("account").out()).contains("buying power");
        CliFixture.Ran doctor = exchange.cli().run("doctor", "--json");
        assertThat(doctor.code()).isZero();
        assertThat(CliFixture.fields(doctor.json())).containsExactly("findings", "store");
        assertThat(CliFixture.fields(doctor.json().at("/findings/0")))
                .containsExactly("area", "severity", "text", "fix");
        assertThat(CliFixture.fields(doctor.json().path("store")))
                .containsExactly("location", "settings", "retries", "lockErrors");
        assertThat(doctor.json().path("store").path("settings").path("journal_mode").asText())
                .isEqualTo("wal");
        assertThat(CliFixture.fields(doctor.json().path("store").path("settings")))
                .contains(
                        "lock_deadline_millis",
                        "file_system",
                        "fsync_median_micros",
                        "oldest_read_millis",
                        "wal_bytes",
                        "wal_pages",
                        "wal_pending_pages",
                        "lease_owner",
                        "lease_epoch",
                        "lease_until",
                        "health");
        assertThat(exchange.cli().run("doctor").out())
                .contains("journal mode", "wal")
                .containsPattern("lock deadline +30s")
                .doesNotContain("_millis", "_micros");
    }

    @Test
    void the_status_shows_the_line_to_the_broker_and_the_loop() {
        CliFixture.Ran ran = exchange.cli().run("status", "--json");

        assertThat(ran.code()).isZero();
        assertThat(CliFixture.fields(ran.json()))
                .containsExactly("mode", "address", "broker", "stream", "sync", "loop");
        JsonNode broker = ran.json().path("broker");
        assertThat(CliFixture.fields(broker))
                .containsExactly(
                        "reachable",
                        "fault",
                        "latencyMillis",
                        "answeredAt",
                        "requestsLeft",
                        "breaker",
                        "trouble",
                        "tradingBlocked",
                        "restrictions");
        assertThat(broker.path("reachable").asBoolean()).isTrue();
        assertThat(broker.path("latencyMillis").isNumber()).isTrue();
        assertThat(broker.path("requestsLeft").isNull()).isTrue();
        assertThat(broker.path("breaker").asText()).isEqualTo("closed");
        assertThat(exchange.cli().run("status").out())
                .contains("latency", "requests left", "circuit breaker", "no trading loop");
    }

    @Test
    void the_status_of_a_broker_that_does_not_answer_says_so_and_ends_in_3() {
        exchange.cli().with(ApiKeys.KEY_ID, "SIM-KEY").with(ApiKeys.SECRET, "SIM-SECRET");
        String folder = home.resolve("gone").toString();
        String nobody = "http://127.0.0.1:1";
        String[] status = {"status", "--mode", "paper", "--base-url", nobody, "--data", folder};

        CliFixture.Ran ran = exchange.cli().runAsIs(status);

        assertThat(ran.code()).isEqualTo(ExitCode.BROKER.number());
        assertThat(ran.out()).contains("no: broker: unreachable").doesNotContain("SIM-SECRET");
    }

    @Test
    void the_status_of_a_folder_without_a_simulator_starts_none() {
        Path folder = home.resolve("empty");

        CliFixture.Ran ran =
                exchange.cli().runAsIs("status", "--json", "--data", folder.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.BROKER.number());
        assertThat(ran.json().at("/broker/fault").asText()).contains("is not running");
        assertThat(ran.json().path("address").isNull()).isTrue();
        assertThat(folder).doesNotExist();
    }
}
