package dev.lockstep.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.config.value.Origin;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.domain.value.TimeSpan;
import dev.lockstep.persistence.sqlite.SqliteConfig;
import dev.lockstep.persistence.sqlite.SqliteConfig.Synchronous;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How everything runs: what may be written where, and what wins. */
class TuningTest {
    @TempDir private Path temp;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<Setting<?>, String> flags = new HashMap<>();

    @Test
    void nothing_written_is_what_the_adapters_use_anyway() {
        assertThat(tuning()).isEqualTo(Tuning.ofOwnSimulator());
        assertThat(tuning().store().at(temp)).isEqualTo(SqliteConfig.at(temp));
    }

    @Test
    void an_option_overrules_the_environment_which_overrules_the_file() throws IOException {
        file("lock-deadline=1s", "sync-interval=1s", "readers=1");
        environment.put("LOCKSTEP_LOCK_DEADLINE", "2s");
        environment.put("LOCKSTEP_SYNC_INTERVAL", "2s");
        flags.put(TradingSettings.LOCK_DEADLINE, "3s");

        assertThat(tuning().store().lockDeadline()).isEqualTo(Duration.ofSeconds(3));
        assertThat(tuning().schedule().syncEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(tuning().store().readers()).isEqualTo(1);
        assertThat(shown("lock-deadline").origin()).isEqualTo(Origin.OPTION);
        assertThat(shown("sync-interval").place()).isEqualTo("$LOCKSTEP_SYNC_INTERVAL");
        assertThat(shown("readers").place()).endsWith("settings.properties");
        assertThat(shown("grace").origin()).isEqualTo(Origin.DEFAULT);
    }

    @Test
    void all_problems_are_told_at_once_each_with_its_place() throws IOException {
        file("lock-deadlin=5s", "readers=none", "token=hush-hush-hush", "APCA_API_SECRET_KEY=hush");
        environment.put("LOCKSTEP_SYNC_INTERVALL", "1s");
        flags.put(TradingSettings.BUSY_TIMEOUT, "2s");
        flags.put(TradingSettings.MODE, "moon");

        assertThatThrownBy(this::tuning)
                .isInstanceOf(CommandEnd.class)
                .hasMessageContainingAll(
                        "7 settings are wrong",
                        "lock-deadlin: unknown setting (expected: lock-deadline?)",
                        "readers: none (expected: 1 to 64), from " + temp,
                        "token: a secret (expected: in $LOCKSTEP_TOKEN or",
                        "APCA_API_SECRET_KEY: unknown setting",
                        "LOCKSTEP_SYNC_INTERVALL: unknown setting (expected:"
                                + " LOCKSTEP_SYNC_INTERVAL?), from the environment",
                        "busy-timeout: 2s (expected: 1ms to 1s), from --busy-timeout",
                        "mode: moon (expected: sim, paper or live), from --mode")
                .message()
                .doesNotContain("hush");
    }

    @Test
    void a_setting_that_is_given_twice_is_refused_with_both_lines() throws IOException {
        file("# one", "readers=2", "grace=\\", "  5s", "readers=3", "log-level=\\u12");

        assertThatThrownBy(this::tuning)
                .hasMessageContainingAll(
                        "readers: set in lines 2 and 5 (expected: once), from " + temp,
                        "settings.properties: line 6: malformed (expected: \\u and four digits");
    }

    @Test
    void a_secret_in_the_file_is_refused_with_the_place_where_it_belongs() throws IOException {
        file("token=hush-hush-hush", "store-password=hush");

        assertThatThrownBy(this::tuning)
                .hasMessageContainingAll(
                        "(expected: in $LOCKSTEP_TOKEN or in the file that token-file names)",
                        "or in the file that store-password-file names)");
    }

    @Test
    void a_time_that_does_not_fit_another_one_is_named_with_its_place() throws IOException {
        file("settle=1s");

        assertThatThrownBy(this::tuning)
                .hasMessageContaining("settle: 1s (expected: > ")
                .hasMessageContaining(", which is grace), from " + temp);
    }

    @Test
    void variables_that_are_no_settings_are_known() {
        environment.put("LOCKSTEP_JAVA_HOME", "/java");
        environment.put("LOCKSTEP_SIMULATOR_SECRET", "hush");
        environment.put("LOCKSTEP_COLOR", "never");
        environment.put("UNRELATED", "x");

        assertThat(tuning()).isEqualTo(Tuning.ofOwnSimulator());
    }

    @Test
    void times_that_hang_on_each_other_are_checked_together() {
        flags.put(TradingSettings.CALL_TIMEOUT, "30s");
        flags.put(TradingSettings.GRACE, "6s");

        assertThatThrownBy(this::tuning)
                .hasMessageContaining(
                        "grace: 6s (expected: >= 37s, in which no send can be under way)");
    }

    @Test
    void the_grace_period_follows_from_the_longest_send_which_waits_for_no_budget() {
        flags.put(TradingSettings.RATE_BUDGET, "100");
        assertThat(tuning().timings()).isEqualTo(Timings.ofOwnSimulator());

        flags.put(TradingSettings.CALL_TIMEOUT, "30s");
        assertThat(tuning().timings().grace()).isEqualTo(Duration.ofSeconds(37));
        assertThat(tuning().timings().settle()).isGreaterThan(Duration.ofSeconds(37));
    }

    @Test
    void an_order_that_never_arrived_is_sent_again_for_as_long_as_is_set() {
        assertThat(tuning().timings().intentTtl()).isEqualTo(Duration.ofMinutes(2));

        flags.put(TradingSettings.INTENT_TTL, "0s");
        assertThat(tuning().timings().intentTtl()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "250ms, 250",
        "30s, 30000",
        "2m, 120000",
        "1h, 3600000",
    })
    void a_time_is_a_number_and_a_unit(String text, long millis) {
        assertThat(TimeSpan.parse("x", text, Duration.ofMillis(1), Duration.ofHours(2)))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"5", "s", "-1s", "1.5s", "1 s", "2min", "99999999999s", "2h", "soon"})
    void what_is_no_time_is_told_with_the_bounds(String text) {
        flags.put(TradingSettings.SYNC_INTERVAL, text);

        assertThatThrownBy(this::tuning)
                .hasMessageContainingAll("sync-interval: " + text + " (expected: ", "100ms to 1h");
    }

    @ParameterizedTest
    @CsvSource({"1ms", "1500ms", "1s", "60s", "90s", "1h"})
    void a_time_is_shown_as_it_can_be_written(String text) {
        Duration time = TimeSpan.parse("x", text, Duration.ZERO, Duration.ofHours(1));
        assertThat(TimeSpan.parse("x", TimeSpan.words(time), Duration.ZERO, Duration.ofHours(1)))
                .isEqualTo(time);
    }

    @Test
    void a_commit_that_does_not_wait_for_the_disk_is_chosen_in_words() {
        flags.put(TradingSettings.SYNCHRONOUS, "normal");
        assertThatThrownBy(this::tuning).hasMessageContaining("a power cut may lose orders");

        flags.put(TradingSettings.SYNCHRONOUS, StoreTuning.NORMAL_WORDS);
        assertThat(tuning().store().synchronous()).isEqualTo(Synchronous.NORMAL);
    }

    @Test
    void the_token_comes_from_the_environment_or_a_private_file_and_is_never_shown()
            throws IOException {
        environment.put("LOCKSTEP_TOKEN", "hush-hush-hush-hush");
        assertThat(tuning().web().token()).contains("hush-hush-hush-hush");
        assertThat(shown("token").value()).isEqualTo("***");
        assertThat(Settings.shown(flags(), environment, temp).toString()).doesNotContain("hush");
        assertThat(tuning().toString()).doesNotContain("hush");

        environment.clear();
        file("token-file=token");
        Path token = Files.writeString(temp.resolve("token"), "quiet-quiet-quiet\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(this::tuning).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        assertThat(tuning().web().token()).contains("quiet-quiet-quiet");
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem_and_no_stack_trace() throws IOException {
        file("readers=\\u12zz");

        assertThat(Settings.shown(flags(), environment, temp).problems())
                .singleElement()
                .asString()
                .startsWith("cannot read ");
    }

    @ParameterizedTest
    @MethodSource("dev.lockstep.app.config.KnownSettings#all")
    void every_setting_is_shown_with_its_default(Setting<?> setting) {
        assertThat(shown(setting.word()).origin()).isEqualTo(Origin.DEFAULT);
    }

    @Test
    void a_folder_with_settings_alone_is_still_new() throws IOException {
        file("readers=1");

        assertThat(new DataFolder(temp).empty()).isTrue();
    }

    private Tuning tuning() {
        return Settings.of(flags(), environment, temp).tuning();
    }

    private ShownSetting shown(String name) {
        return Settings.shown(flags(), environment, temp).settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Flags flags() {
        return new Flags(temp, flags);
    }

    private void file(String... lines) throws IOException {
        Files.write(temp.resolve("settings.properties"), List.of(lines));
    }
}
