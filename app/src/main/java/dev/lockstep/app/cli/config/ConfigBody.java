package dev.lockstep.app.cli.config;

import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.ShownSetting;
import java.util.List;

/**
 * The settings in JSON.
 *
 * @param file the settings file, whether it exists or not
 * @param settings each setting
 * @param problems all problems, in one line each
 */
record ConfigBody(String file, List<SettingBody> settings, List<String> problems) {
    /** Returns the fields of settings. */
    static ConfigBody of(Settings.Shown shown) {
        return new ConfigBody(
                shown.file().toString(),
                shown.settings().stream().map(SettingBody::of).toList(),
                shown.problems());
    }

    /**
     * One setting.
     *
     * @param name its name
     * @param value its value, or the text of an invalid one
     * @param from its source, such as {@code file}
     * @param place the file, variable or option
     */
    record SettingBody(String name, String value, String from, String place) {
        private static SettingBody of(ShownSetting setting) {
            return new SettingBody(
                    setting.name(), setting.value(), setting.origin().word(), setting.place());
        }
    }
}
