package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.config.key.ApiKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Setup at a scripted terminal and without one, against a real simulator. */
@Tag("slow")
class SetupCommandTest {
    private static final String KEY = "SIM-KEY";
    private static final String SECRET = "SIM-SECRET";

    @TempDir private Path home;

    @RegisterExtension private final ExchangeFixture exchange = new ExchangeFixture(() -> home);

    private Path folder() {
        return home.resolve("paper");
    }

    @Test
    void a_person_is_asked_for_mode_keys_and_limits_and_the_folder_is_ready() throws IOException {
        ScriptedPrompter person =
                new ScriptedPrompter("moon", "paper", KEY, SECRET, "y", "ten", "10000", "", "500");
        exchange.cli().answering(person);

        CliFixture.Ran ran = setup("--base-url", address());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(person.done()).isTrue();
        assertThat(person.secretQuestions()).containsExactly("Secret key (not shown): ");
        assertThat(ran.err())
                .contains("mode: moon (expected: sim, paper or live)", "max-order-value");
        assertThat(ran.out()).contains("SIM-sim", "alpaca.keys").doesNotContain(KEY, SECRET);
        assertThat(ran.out())
                .contains(
                        "Next: lockstep doctor --data %1$s, then lockstep run --data %1$s"
                                .formatted(folder()));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder().resolve("alpaca.keys"))))
                .isEqualTo("rw-------");
        CliFixture ready = new CliFixture(home);
        assertThat(ready.runAsIs("account", "--data", folder().toString()).out())
                .contains("SIM-sim");
        assertThat(
                        ready.runAsIs("risk", "show", "--json", "--data", folder().toString())
                                .json()
                                .path("limits"))
                .hasToString("{\"max-order-value\":\"10000\",\"max-daily-loss\":\"500\"}");
    }

    @Test
    void without_a_terminal_options_say_it_all_and_the_users_key_file_is_used_as_it_is()
            throws IOException {
        Path keys = keyFile(SECRET);

        CliFixture.Ran ran =
                setup(
                        "--mode",
                        "paper",
                        "--base-url",
                        address(),
                        "--key-file",
                        keys.toString(),
                        "--limit",
                        "max-order-qty=5",
                        "--json");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.json().path("account").path("accountNumber").asText()).isEqualTo("SIM-sim");
        assertThat(ran.json().path("keyFile").asText()).isEqualTo(keys.toString());
        assertThat(ran.json().path("limits").path("max-order-qty").asText()).isEqualTo("5");
        assertThat(ran.out()).doesNotContain(SECRET);
        assertThat(folder().resolve("alpaca.keys")).doesNotExist();
    }

    @Test
    void keys_of_the_environment_are_stored_for_the_next_commands() {
        exchange.cli().with(ApiKeys.KEY_ID, KEY).with(ApiKeys.SECRET, SECRET);

        assertThat(setup("--mode", "paper", "--base-url", address()).code()).isZero();

        assertThat(new CliFixture(home).runAsIs("account", "--data", folder().toString()).code())
                .isZero();
    }

    @Test
    void keys_that_the_broker_refuses_are_asked_for_again_and_never_stored_or_shown() {
        ScriptedPrompter person =
                new ScriptedPrompter("paper", KEY, "no-such-secret", KEY, SECRET, "n");
        exchange.cli().answering(person);

        CliFixture.Ran ran = setup("--base-url", address());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("refuses these keys")
                .doesNotContain("no-such-secret", SECRET);
        assertThat(folder().resolve("alpaca.keys"))
                .content()
                .contains(SECRET)
                .doesNotContain("no-such-secret");
    }

    @Test
    void nothing_is_written_where_the_keys_are_refused_or_the_broker_does_not_answer()
            throws IOException {
        String keys = keyFile("no-such-secret").toString();

        CliFixture.Ran refused =
                setup("--mode", "paper", "--base-url", address(), "--key-file", keys);
        CliFixture.Ran silent =
                setup("--mode", "paper", "--base-url", "http://127.0.0.1:1", "--key-file", keys);

        assertThat(refused.code()).isEqualTo(1);
        assertThat(silent.code()).isEqualTo(3);
        assertThat(refused.err() + silent.err())
                .contains("nothing is set")
                .doesNotContain("no-such-secret");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void what_is_missing_without_a_terminal_is_named() {
        assertThat(setup().err()).contains("mode: not set (expected: --mode sim, paper or live)");
        assertThat(setup("--mode", "paper").err())
                .contains("keys: not set (expected: --key-file, or APCA_API_KEY_ID");
        assertThat(setup("--mode", "live").err()).contains("--live-trading \"this is real money\"");
        assertThat(setup("--mode", "sim", "--limit", "max-order-qty").err())
                .contains("limit: max-order-qty (expected: NAME=VALUE)");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void an_input_that_ends_early_changes_nothing() {
        exchange.cli().answering(new ScriptedPrompter("paper", KEY));

        CliFixture.Ran ran = setup("--base-url", address());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("the input ended before the last answer; nothing is set");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void other_lines_of_the_settings_are_kept_and_the_words_for_live_are_taken_out()
            throws IOException {
        Files.createDirectories(folder());
        Path settings = folder().resolve("settings.properties");
        Files.writeString(
                settings,
                "# mine\nmode = live\nsync-interval=2s\nlive-trading=\\\n  this is real money\n");

        assertThat(setup("--mode", "sim").code()).isZero();

        assertThat(settings).hasContent("# mine\nsync-interval=2s\nmode=sim\n");
    }

    @Test
    void keys_of_another_account_than_the_folders_are_refused() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(
                folder().resolve("lockstep.properties"),
                "mode=paper\nbroker=" + address() + "\naccount=PA-OTHER\n");

        CliFixture.Ran ran =
                setup("--base-url", address(), "--key-file", keyFile(SECRET).toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("belongs to account PA-OTHER", "SIM-sim", "--data");
    }

    private CliFixture.Ran setup(String... options) {
        List<String> all = new ArrayList<>(List.of("setup", "--data", folder().toString()));
        all.addAll(List.of(options));
        return exchange.cli().runAsIs(all.toArray(String[]::new));
    }

    private String address() {
        return exchange.simulator().uri().toString();
    }

    private Path keyFile(String secret) throws IOException {
        Path file =
                Files.createFile(
                        home.resolve("keys.txt"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(
                file, ApiKeys.KEY_ID + "=" + KEY + "\n" + ApiKeys.SECRET + "=" + secret + "\n");
    }
}
