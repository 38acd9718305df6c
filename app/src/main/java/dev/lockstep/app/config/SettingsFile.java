package dev.lockstep.app.config;

import static java.util.stream.Collectors.toSet;

import dev.lockstep.app.config.value.AtomicFile;
import dev.lockstep.app.config.value.PropertyLines;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes lines of a data folder's file of settings and keeps all others, with their comments. */
public final class SettingsFile {
    private SettingsFile() {}

    /**
     * Sets and removes settings.
     *
     * @param changes the new value of each setting; an empty one removes the line
     * @throws CommandEnd if the file cannot be read or written; it is unchanged
     */
    public static void change(DataFolder folder, Map<Setting<?>, Optional<String>> changes) {
        Path file = folder.settings();
        Set<String> changed = changes.keySet().stream().map(Setting::word).collect(toSet());
        List<String> lines = new ArrayList<>();
        for (String line : PropertyLines.joined(lines(file))) {
            if (!changed.contains(PropertyLines.name(line))) {
                lines.add(line);
            }
        }
        changes.forEach((setting, value) ->
                value.ifPresent(text -> lines.add(PropertyLines.line(setting.word(), text))));
        AtomicFile.write(file, String.join("\n", lines) + "\n");
    }

    private static List<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of("# Settings of this data folder; 'lockstep config show' lists them.");
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "cannot read " + file + ": " + IoText.of(unreadable),
                    unreadable);
        }
    }
}
