package dev.lockstep.app.cli.setup;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.Setting;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.SettingsFile;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.config.TradingSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes what setup found out: the key file first, then the settings that name it. */
final class SetupFiles {
    private final DataFolder folder;

    SetupFiles(DataFolder folder) {
        this.folder = folder;
    }

    /** Returns the file that has the keys, which is written unless the user keeps one. */
    Path store(SetupCommand.CheckedKeys keys) {
        return keys.file()
                .orElseGet(() -> {
                    keys.keys().write(folder.keys());
                    return folder.keys();
                });
    }

    /** The words that switch live trading on stay in no other mode's settings. */
    void store(TradingMode mode, Optional<Path> keyFile, Optional<String> address) {
        Map<Setting<?>, Optional<String>> changes = new LinkedHashMap<>();
        changes.put(TradingSettings.MODE, Optional.of(mode.word()));
        address.ifPresent(text -> changes.put(TradingSettings.BASE_URL, Optional.of(text)));
        keyFile.ifPresent(file -> changes.put(TradingSettings.KEY_FILE, Optional.of(name(file))));
        changes.put(
                TradingSettings.LIVE_TRADING,
                mode == TradingMode.LIVE ? Optional.of(Settings.LIVE_WORDS) : Optional.empty());
        SettingsFile.change(folder, changes);
    }

    /** A name within the folder moves with it. */
    private String name(Path file) {
        return file.equals(folder.keys())
                ? folder.path().relativize(file).toString()
                : file.toString();
    }
}
