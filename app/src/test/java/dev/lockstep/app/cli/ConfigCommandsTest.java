package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.config.key.ApiKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings from the terminal: each with where it comes from, and all that is wrong. */
class ConfigCommandsTest {
    @TempDir private Path home;

    private CliFixture cli = new CliFixture(Path.of("."));

    @BeforeEach
    void fixture() {
        cli = new CliFixture(home);
    }

    @Test
    void each_setting_is_shown_with_where_it_comes_from() throws IOException {
        settings("sync-interval=2s", "readers=2");
        cli.with("LOCKSTEP_READERS", "3");

        JsonNode shown = cli.run("config", "show", "--lock-deadline", "5s", "--json").json();

        assertThat(CliFixture.fields(shown)).containsExactly("file", "settings", "problems");
        assertThat(CliFixture.fields(shown.at("/settings/0")))
                .containsExactly("name", "value", "from", "place");
        assertThat(setting(shown, "sync-interval")).isEqualTo("2s from file");
        assertThat(setting(shown, "readers")).isEqualTo("3 from environment");
        assertThat(setting(shown, "lock-deadline")).isEqualTo("5s from option");
        assertThat(setting(shown, "grace")).isEqualTo("12s from default");
        assertThat(cli.run("config", "show").out()).contains("sync-interval", "$LOCKSTEP_READERS");
    }

    @Test
    void the_log_level_applies_to_loggers_that_exist_already() {
        Logger logger = LoggerFactory.getLogger(ConfigCommandsTest.class);
        try {
            cli.run("order", "list", "--log-level", "error");
            assertThat(logger.isWarnEnabled()).isFalse();

            cli.run("order", "list", "--log-level", "info");
            assertThat(logger.isInfoEnabled()).isTrue();
        } finally {
            cli.run("order", "list");
        }
        assertThat(logger.isInfoEnabled()).isFalse();
    }

    @Test
    void a_setting_is_an_option_before_and_behind_the_command() {
        JsonNode shown =
                cli.run("--readers", "9", "config", "--grace", "17s", "show", "--json").json();

        assertThat(setting(shown, "readers")).isEqualTo("9 from option");
        assertThat(setting(shown, "grace")).isEqualTo("17s from option");
    }

    @Test
    void what_is_wrong_is_told_at_once_and_ends_with_2() throws IOException {
        settings("sync-interval=soon", "raeders=2");

        CliFixture.Ran checked = cli.run("config", "check");

        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.out())
                .contains("sync-interval: soon (expected: ", "raeders", "(expected: readers?)");
        assertThat(cli.run("config", "show").code()).isEqualTo(2);
        CliFixture.Ran used = cli.run("order", "list");
        assertThat(used.code()).isEqualTo(2);
        assertThat(used.err()).contains("2 settings are wrong", "soon", "readers?");
    }

    @Test
    void sound_settings_pass() {
        assertThat(cli.run("config", "check", "--json").json())
                .hasToString("{\"sound\":true,\"problems\":[]}");
        assertThat(cli.run("config", "check").code()).isZero();
    }

    @Test
    void no_secret_is_shown() {
        cli.with(ApiKeys.KEY_ID, "my-key-id")
                .with(ApiKeys.SECRET, "hush-hush")
                .with("LOCKSTEP_TOKEN", "quiet-quiet-quiet-quiet");

        CliFixture.Ran shown = cli.run("config", "show", "--mode", "paper");

        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .contains("api-keys", "token", "***")
                .doesNotContain("my-key-id", "hush", "quiet");
    }

    private void settings(String... lines) throws IOException {
        Files.createDirectories(cli.data());
        Files.write(cli.data().resolve("settings.properties"), List.of(lines));
    }

    private static String setting(JsonNode shown, String name) {
        for (JsonNode setting : shown.path("settings")) {
            if (setting.path("name").asText().equals(name)) {
                return setting.path("value").asText() + " from " + setting.path("from").asText();
            }
        }
        throw new AssertionError("no " + name + " in " + shown);
    }
}
