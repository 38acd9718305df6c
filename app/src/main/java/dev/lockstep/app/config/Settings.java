package dev.lockstep.app.config;

import dev.lockstep.app.config.key.ApiKeys;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command works on: the options, the environment, the folder's file of settings and its own
 * note, put together.
 *
 * @param folder the data folder
 * @param mode whose money
 * @param address where the broker is; empty for the folder's own simulator
 * @param keys the keys to it
 * @param tuning how everything runs
 */
public record Settings(
        DataFolder folder, TradingMode mode, Optional<URI> address, ApiKeys keys, Tuning tuning) {
    /** The words that switch live trading on. */
    public static final String LIVE_WORDS = "this is real money";

    /**
     * Puts the settings together.
     *
     * @throws dev.lockstep.app.exit.CommandEnd if any of them is wrong; it names all that are
     */
    public static Settings of(Flags flags, Map<String, String> environment, Path home) {
        return new SettingsBuild(flags, environment, home).settings();
    }

    /**
     * Where the orders go, as a folder's note says it; nobody asks for keys or for the words that
     * switch live trading on.
     *
     * @throws dev.lockstep.app.exit.CommandEnd if the address is wrong
     */
    public static String broker(Flags flags, Map<String, String> environment, Path home) {
        return new SettingsBuild(flags, environment, home).broker();
    }

    /**
     * Enough for the orders of the folder alone: the kill switch and every look at what is stored
     * work without the keys and without the words that switch live trading on.
     *
     * @throws dev.lockstep.app.exit.CommandEnd if any other setting is wrong; it names all that are
     */
    public static Settings ofBook(Flags flags, Map<String, String> environment, Path home) {
        return new SettingsBuild(flags, environment, home).bookSettings();
    }

    /** Each setting, whether it is right or not, and all that is wrong. */
    public static Shown shown(Flags flags, Map<String, String> environment, Path home) {
        return new SettingsBuild(flags, environment, home).shown();
    }

    /** The usual settings of a folder that has its own simulator. */
    public static Settings ofOwnSimulator(DataFolder folder) {
        return new Settings(
                folder,
                TradingMode.SIM,
                Optional.empty(),
                ApiKeys.OF_SIMULATOR,
                Tuning.ofOwnSimulator());
    }

    /** How long things may take. */
    public Timings timings() {
        return tuning.timings();
    }

    /**
     * The settings for people to look at.
     *
     * @param file where the file of settings is, or would be
     * @param settings each, as it is or as it was written
     * @param problems all that is wrong, a line each
     */
    public record Shown(Path file, List<ShownSetting> settings, List<String> problems) {
        public Shown {
            settings = List.copyOf(settings);
            problems = List.copyOf(problems);
        }
    }
}
