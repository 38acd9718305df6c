package dev.lockstep.app.config;

import dev.lockstep.app.config.key.ApiKeys;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a command: options, environment, the folder's settings file and its binding.
 *
 * @param folder the data folder
 * @param mode the trading mode
 * @param address the address of the broker; empty for the folder's own simulator
 * @param keys the API keys
 * @param tuning all other settings
 */
public record Settings(
        DataFolder folder, TradingMode mode, Optional<URI> address, ApiKeys keys, Tuning tuning) {
    /** The confirmation of live trading. */
    public static final String LIVE_WORDS = "this is real money";

    /**
     * Builds the settings.
     *
     * @throws dev.lockstep.app.exit.CommandEnd if any setting is invalid; it lists all problems
     */
    public static Settings of(Flags flags, Map<String, String> environment, Path home) {
        return new SettingsBuild(flags, environment, home).settings();
    }

    /**
     * Returns where the folder's orders are sent; needs neither keys nor the confirmation of live
     * trading.
     *
     * @throws dev.lockstep.app.exit.CommandEnd if the address is invalid
     */
    public static String broker(Flags flags, Map<String, String> environment, Path home) {
        return new SettingsBuild(flags, environment, home).broker();
    }

    /**
     * Returns settings for the folder's database only, so that the kill switch and all reads work
     * without keys and confirmation.
     *
     * @throws dev.lockstep.app.exit.CommandEnd if another setting is invalid; it lists all of them
     */
    public static Settings ofBook(Flags flags, Map<String, String> environment, Path home) {
        return new SettingsBuild(flags, environment, home).bookSettings();
    }

    /** Returns each setting, whether it is right or not, and all that is wrong. */
    public static Shown shown(Flags flags, Map<String, String> environment, Path home) {
        return new SettingsBuild(flags, environment, home).shown();
    }

    /** Returns the default settings of a folder with its own simulator. */
    public static Settings ofOwnSimulator(DataFolder folder) {
        return new Settings(
                folder,
                TradingMode.SIM,
                Optional.empty(),
                ApiKeys.OF_SIMULATOR,
                Tuning.ofOwnSimulator());
    }

    /** The same with other keys. */
    public Settings withKeys(ApiKeys other) {
        return new Settings(folder, mode, address, other, tuning);
    }

    /** Returns whether there may be orders: a server is named, or the folder has a database. */
    public boolean hasStore() {
        return onServer() || folder.hasDatabase();
    }

    /** Refuses a folder in which nothing has been stored, unless the orders are on a server. */
    public Settings requireStore() {
        if (!onServer()) {
            folder.requireDatabase().requireWritable();
        }
        return this;
    }

    /** Refuses a folder that was never one of ours, unless the orders are on a server. */
    public Settings requireOurs() {
        if (!onServer()) {
            folder.requireOurs();
        }
        return this;
    }

    private boolean onServer() {
        return tuning.store().server().isPresent();
    }

    /** Returns the same with the orders in the data folder, whatever store is named. */
    public Settings inFolder() {
        return new Settings(folder, mode, address, keys, tuning.inFolder());
    }

    /** Returns the timeouts. */
    public Timings timings() {
        return tuning.timings();
    }

    /**
     * The settings for display.
     *
     * @param file the settings file, whether it exists or not
     * @param settings each setting, effective or as written if invalid
     * @param problems all problems, one line each
     */
    public record Shown(Path file, List<ShownSetting> settings, List<String> problems) {
        public Shown {
            settings = List.copyOf(settings);
            problems = List.copyOf(problems);
        }
    }
}
