package dev.lockstep.app.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.cli.ExchangeFixture;
import dev.lockstep.app.config.Flags;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.platform.TradingPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Settings that reach the broker, the database and the loop. */
@Tag("slow")
class SettingsInUseTest {
    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    @Test
    void paper_mode_speaks_to_the_address_it_is_given_and_binds_the_folder_to_the_account() {
        exchange.cli().with(ApiKeys.KEY_ID, "SIM-KEY").with(ApiKeys.SECRET, "SIM-SECRET");
        Path folder = home.resolve("paper");
        String[] paper = {
            "order",
            "submit",
            "--symbol",
            "F",
            "--side",
            "buy",
            "--qty",
            "1",
            "--mode",
            "paper",
            "--base-url",
            exchange.simulator().uri().toString(),
            "--data",
            folder.toString()
        };
        assertThat(exchange.cli().runAsIs(paper).code()).isZero();
        assertThat(exchange.simulator().orders()).hasSize(1);
        assertThat(folder.resolve("lockstep.properties")).content().contains("account=SIM-sim");
        CliFixture.Ran sim =
                exchange.cli().runAsIs("sync", "--mode", "sim", "--data", folder.toString());
        assertThat(sim.code()).isEqualTo(2);
        assertThat(sim.err()).contains("belongs to paper at");

        CliFixture keyless = new CliFixture(home);
        for (String command : List.of("order list", "export orders", "halt", "resume")) {
            assertThat(keyless.runAsIs((command + " --data " + folder).split(" ")).code())
                    .as(command + ", for which nobody needs keys")
                    .isZero();
        }
        assertThat(keyless.runAsIs("sync", "--data", folder.toString()).err())
                .contains("APCA_API_KEY_ID is missing");
    }

    @Test
    void settings_reach_the_database_and_the_loop() throws IOException, InterruptedException {
        Files.createDirectories(exchange.cli().data());
        Files.writeString(
                exchange.cli().data().resolve("settings.properties"),
                """
                synchronous=normal, a power cut may lose orders
                busy-timeout=77ms
                sync-interval=3s
                """);

        assertThat(exchange.cli().run("sync").code()).isZero();
        JsonNode settings =
                exchange.cli().run("doctor", "--json").json().path("store").path("settings");

        assertThat(settings.path("synchronous").asText()).isEqualTo("normal");
        assertThat(settings.path("busy_timeout").asText()).startsWith("77");
        Settings read = Settings.of(new Flags(exchange.cli().data(), Map.of()), Map.of(), home);
        try (TradingPlatform tradingPlatform = exchange.cli().platforms().platform(read)) {
            assertThat(tradingPlatform.brokerUseCases().loopParts().schedule().syncEvery())
                    .isEqualTo(Duration.ofSeconds(3));
        }
    }
}
