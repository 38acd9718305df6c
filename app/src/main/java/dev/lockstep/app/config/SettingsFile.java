package dev.lockstep.app.config;

import dev.lockstep.app.config.value.AtomicFile;
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
import java.util.regex.Pattern;

/** Changes lines of a data folder's file of settings and keeps all others, with their comments. */
public final class SettingsFile {
    private static final Pattern NAME_END = Pattern.compile("[=:\\s]");

    private SettingsFile() {}

    /**
     * Sets and removes settings.
     *
     * @param changes the new value of each setting; an empty one removes the line
     * @throws CommandEnd if the file cannot be read or written; it is unchanged
     */
    public static void change(DataFolder folder, Map<Setting<?>, Optional<String>> changes) {
        Path file = folder.settings();
        List<String> lines = new ArrayList<>();
        boolean dropping = false;
        for (String line : lines(file)) {
            dropping =
                    dropping || changes.keySet().stream().anyMatch(setting -> sets(line, setting));
            if (!dropping) {
                lines.add(line);
            }
            dropping = dropping && line.endsWith("\\");
        }
        changes.forEach((setting, value) ->
                value.ifPresent(
                        text -> lines.add(setting.word() + "=" + text.replace("\\", "\\\\"))));
        AtomicFile.write(file, String.join("\n", lines) + "\n");
    }

    private static boolean sets(String line, Setting<?> setting) {
        return NAME_END.split(line.strip(), 2)[0].equals(setting.word());
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
