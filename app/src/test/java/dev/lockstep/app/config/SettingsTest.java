package dev.lockstep.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.exit.CommandEnd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Map<String, String> KEYS =
            Map.of(ApiKeys.KEY_ID, "id", ApiKeys.SECRET, "hush");

    @TempDir private Path temp;

    @Test
    void nothing_said_is_the_folders_own_simulator_below_home() {
        Settings settings = Settings.of(flags(null, null, null, null), Map.of(), temp);
        assertThat(settings.mode()).isEqualTo(TradingMode.SIM);
        assertThat(settings.address()).isEmpty();
        assertThat(settings.folder().path()).isEqualTo(temp.resolve(".lockstep"));
    }

    @Test
    void the_environment_names_the_folder_and_an_option_overrides_it() {
        Map<String, String> environment = Map.of(DataFolder.VARIABLE, temp + "/env");
        assertThat(folder(null, environment)).isEqualTo(temp.resolve("env"));
        assertThat(folder(temp.resolve("option"), environment)).isEqualTo(temp.resolve("option"));
    }

    @Test
    void a_folder_that_belongs_to_a_mode_sets_it() {
        new FolderBinding(TradingMode.PAPER, "https://paper-api.alpaca.markets", "PA1")
                .bind(new DataFolder(temp));
        Settings settings = Settings.of(flags(temp, null, null, null), KEYS, temp);
        assertThat(settings.mode()).isEqualTo(TradingMode.PAPER);
        assertThat(settings.address()).contains(URI.create("https://paper-api.alpaca.markets"));
    }

    @Test
    void paper_without_keys_says_which_one_is_missing() {
        assertThatThrownBy(() ->
                        Settings.of(
                                flags(temp, "paper", null, null),
                                Map.of(ApiKeys.KEY_ID, "id"),
                                temp))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining(ApiKeys.SECRET);
    }

    @Test
    void live_must_be_switched_on_in_words() {
        assertThatThrownBy(() -> Settings.of(flags(temp, "live", null, null), KEYS, temp))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining("real money");
        assertThatThrownBy(() -> Settings.of(flags(temp, "live", null, "yes"), KEYS, temp))
                .isInstanceOf(CommandEnd.class);
        Settings settings = Settings.of(flags(temp, "live", null, Settings.LIVE_WORDS), KEYS, temp);
        assertThat(settings.address()).contains(URI.create("https://api.alpaca.markets"));
    }

    @ParameterizedTest
    @CsvSource({
        "paper, http://example.com, https",
        "paper, https://api.alpaca.markets, not the live address",
        "sim, https://paper-api.alpaca.markets, on this machine",
        "paper, nonsense, such as",
        "paper, https://me:secret@example.com, such as",
    })
    void an_address_that_endangers_keys_or_money_is_refused(
            String mode, String address, String why) {
        assertThatThrownBy(() -> Settings.of(flags(temp, mode, address, null), KEYS, temp))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining(why);
    }

    @Test
    void the_environment_sets_the_address() {
        Settings settings =
                Settings.of(
                        flags(temp, "sim", null, null),
                        Map.of(TradingSettings.BASE_URL.variable(), "http://127.0.0.1:4321"),
                        temp);
        assertThat(settings.address()).contains(URI.create("http://127.0.0.1:4321"));
    }

    @Test
    void keys_from_a_file_need_a_file_that_others_cannot_read() throws IOException {
        Path file = temp.resolve("keys");
        Files.writeString(file, ApiKeys.KEY_ID + "=a\n" + ApiKeys.SECRET + "=hush\n");
        Flags flags =
                new Flags(
                        temp,
                        Map.of(
                                TradingSettings.MODE,
                                "paper",
                                TradingSettings.KEY_FILE,
                                file.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Settings.of(flags, Map.of(), temp))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Settings settings = Settings.of(flags, Map.of(), temp);
        assertThat(settings.keys().secret()).isEqualTo("hush");
        assertThat(settings.toString()).doesNotContain("hush");
    }

    @Test
    void the_grace_period_is_longer_than_any_send() {
        assertThat(Timings.ofOwnSimulator().grace())
                .isGreaterThan(Timings.ofOwnSimulator().callTimeout());
        assertThatThrownBy(() ->
                        new Timings(
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(64),
                                Duration.ofSeconds(90),
                                Duration.ZERO))
                .hasMessageContaining(">= 65s");
    }

    private Path folder(@Nullable Path data, Map<String, String> environment) {
        return Settings.of(flags(data, null, null, null), environment, temp).folder().path();
    }

    private static Flags flags(
            @Nullable Path data,
            @Nullable String mode,
            @Nullable String address,
            @Nullable String words) {
        Map<Setting<?>, String> given = new HashMap<>();
        put(given, TradingSettings.MODE, mode);
        put(given, TradingSettings.BASE_URL, address);
        put(given, TradingSettings.LIVE_TRADING, words);
        return new Flags(data, given);
    }

    private static void put(Map<Setting<?>, String> given, Setting<?> key, @Nullable String text) {
        if (text != null) {
            given.put(key, text);
        }
    }
}
