package dev.lockstep.app.config;

import dev.lockstep.app.config.key.SimulatorKeys;
import dev.lockstep.app.config.value.SettingVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The settings of a data folder, and the environment variables that belong to Lockstep. */
public final class KnownSettings {
    /** Secrets of notification channels, whose names are the operator's. */
    public static final String CHANNEL_PREFIX = "LOCKSTEP_NOTIFY_";

    /** Variables that are no settings of a data folder. */
    private static final List<String> OTHER_VARIABLES =
            List.of(
                    DataFolder.VARIABLE,
                    "LOCKSTEP_COLOR",
                    "LOCKSTEP_JAVA_HOME",
                    "LOCKSTEP_WEB",
                    SimulatorKeys.KEY,
                    SimulatorKeys.SECRET);

    private KnownSettings() {}

    /** Returns all settings, in the order of the help. */
    public static List<Setting<?>> all() {
        return Stream.of(TradingSettings.ALL, ServerSettings.ALL)
                .<Setting<?>>flatMap(group -> group.all().stream())
                .toList();
    }

    static List<String> words() {
        return all().stream().filter(setting -> !setting.secret()).map(Setting::word).toList();
    }

    static boolean ours(String variable) {
        return variable.startsWith(SettingVariables.PREFIX) && !variable.startsWith(CHANNEL_PREFIX);
    }

    static List<String> variables() {
        List<String> variables = new ArrayList<>(OTHER_VARIABLES);
        all().stream().map(Setting::variable).forEach(variables::add);
        return variables;
    }
}
