package dev.lockstep.app.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a command that are settings, as they were given.
 *
 * @param data the data folder, null where none was named
 * @param settings the texts of the others
 */
public record Flags(@Nullable Path data, Map<Setting<?>, String> settings) {
    public Flags {
        settings = Map.copyOf(settings);
    }

    /** Returns the same with another text for one setting. */
    public Flags with(Setting<?> setting, String text) {
        Map<Setting<?>, String> changed = new HashMap<>(settings);
        changed.put(setting, text);
        return new Flags(data, changed);
    }

    /** Returns the data folder. */
    public DataFolder folder(Map<String, String> environment, Path home) {
        return data == null ? DataFolder.defaults(environment, home) : new DataFolder(data);
    }
}
