package dev.lockstep.app.config;

import static dev.lockstep.app.config.TradingSettings.BASE_URL;
import static dev.lockstep.app.config.TradingSettings.KEY_FILE;
import static dev.lockstep.app.config.TradingSettings.LIVE_TRADING;
import static dev.lockstep.app.config.TradingSettings.MODE;

import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.config.value.Origin;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the settings: first the mode, which decides the other defaults.
 *
 * <p>Not thread-safe.
 */
final class SettingsBuild {
    private final DataFolder folder;
    private final Map<String, String> environment;
    private final SettingsReading reading;
    private final Settings settings;
    private List<String> addressProblems = List.of();

    SettingsBuild(Flags flags, Map<String, String> environment, Path home) {
        this.folder = flags.folder(environment, home);
        this.environment = environment;
        this.reading = new SettingsReading(folder, environment, flags);
        showFolder(flags);
        this.settings = built();
    }

    Settings settings() {
        reading.requireSound();
        return settings;
    }

    Settings bookSettings() {
        reading.requireSoundBook();
        return settings;
    }

    String broker() {
        if (!addressProblems.isEmpty()) {
            throw new CommandEnd(ExitCode.USAGE, String.join("\n", addressProblems));
        }
        return settings.address().map(URI::toString).orElse(FolderBinding.OWN_SIMULATOR);
    }

    Settings.Shown shown() {
        return new Settings.Shown(folder.settings(), reading.shown(), reading.problems());
    }

    private Settings built() {
        int before = reading.problems().size();
        TradingMode mode = mode();
        boolean known = reading.problems().size() == before;
        Optional<URI> address = address(mode, known);
        addressProblems =
                List.copyOf(reading.problems().subList(before, reading.problems().size()));
        Optional<Path> keyFile = reading.path(KEY_FILE);
        liveTrading(mode);
        ApiKeys keys = keys(mode, keyFile);
        return new Settings(
                folder, mode, address, keys, new TuningReading(reading).tuning(address));
    }

    private TradingMode mode() {
        Optional<TradingMode> bound =
                reading.whole(
                        Optional.empty(),
                        () -> FolderBinding.read(folder).map(FolderBinding::mode));
        return reading.value(
                MODE,
                bound.orElse(TradingMode.SIM),
                bound.isPresent() ? Origin.FOLDER : Origin.DEFAULT);
    }

    /** Returns the address; it can be checked only if the mode is known. */
    private Optional<URI> address(TradingMode mode, boolean known) {
        return reading.value(
                BASE_URL,
                mode == TradingMode.SIM
                        ? Optional.empty()
                        : Optional.of(BrokerAddress.defaults(mode)),
                Origin.DEFAULT,
                text -> known ? Optional.of(BrokerAddress.of(text, mode)) : Optional.empty(),
                found -> found.map(URI::toString).orElse(FolderBinding.OWN_SIMULATOR));
    }

    private void liveTrading(TradingMode mode) {
        boolean on = reading.value(LIVE_TRADING);
        if (mode == TradingMode.LIVE && !on && !reading.given(LIVE_TRADING)) {
            reading.access(
                    on,
                    () -> {
                        throw new CommandEnd(
                                ExitCode.USAGE,
                                "mode live trades with real money; to switch it on add "
                                        + LIVE_TRADING.flag()
                                        + " \""
                                        + Settings.LIVE_WORDS
                                        + "\" or set "
                                        + LIVE_TRADING.variable());
                    });
        }
    }

    private ApiKeys keys(TradingMode mode, Optional<Path> file) {
        if (mode == TradingMode.SIM) {
            showKeys(true, Origin.DEFAULT, "the simulator's own");
            return ApiKeys.OF_SIMULATOR;
        }
        int before = reading.problems().size();
        ApiKeys keys = reading.access(ApiKeys.OF_SIMULATOR, () -> ApiKeys.found(file, environment));
        showKeys(
                reading.problems().size() == before,
                file.isPresent() ? Origin.FILE : Origin.ENVIRONMENT,
                file.map(Path::toString).orElse("the environment"));
        return keys;
    }

    private void showKeys(boolean found, Origin origin, String place) {
        reading.show(
                new ShownSetting("api-keys", found ? ShownSetting.REDACTED : "", origin, place));
    }

    private void showFolder(Flags flags) {
        boolean variable = !environment.getOrDefault(DataFolder.VARIABLE, "").isBlank();
        Origin origin =
                flags.data() != null
                        ? Origin.OPTION
                        : variable ? Origin.ENVIRONMENT : Origin.DEFAULT;
        String place =
                switch (origin) {
                    case OPTION -> "--data";
                    case ENVIRONMENT -> "$" + DataFolder.VARIABLE;
                    case DEFAULT, FOLDER, FILE -> "the default";
                };
        reading.show(new ShownSetting("data", folder.toString(), origin, place));
    }
}
