package dev.lockstep.app.config;

import dev.lockstep.app.config.Setting.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects declared settings, so that none is left out of the list of them. */
final class SettingGroup {
    private final List<Setting<?>> declared = new ArrayList<>();

    /** Returns the settings in the order of their declaration. */
    List<Setting<?>> all() {
        return List.copyOf(declared);
    }

    /** Declares a setting with a default of its own. */
    <T> Setting<T> setting(
            String word, Reach reach, SettingType<T> type, T defaults, String description) {
        return added(word, reach, type, () -> defaults, description);
    }

    /** Declares a setting whose default follows from other settings. */
    <T> Setting<T> following(String word, Reach reach, SettingType<T> type, String description) {
        return added(
                word,
                reach,
                type,
                () -> {
                    throw new IllegalStateException(
                            word + ": its default follows from other settings");
                },
                description);
    }

    private <T> Setting<T> added(
            String word,
            Reach reach,
            SettingType<T> type,
            Supplier<T> defaults,
            String description) {
        Setting<T> setting = new Setting<>(word, reach, type, defaults, description);
        declared.add(setting);
        return setting;
    }
}
