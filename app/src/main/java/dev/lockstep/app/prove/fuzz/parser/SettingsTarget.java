package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.Flags;
import dev.lockstep.app.config.KnownSettings;
import dev.lockstep.app.config.Setting;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.SettingsFile;
import dev.lockstep.app.config.ShownSetting;
import dev.lockstep.app.config.value.Origin;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.prove.fuzz.generate.ByteMutator;
import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.generate.LineMutator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Reads files of settings with mistakes in them. */
final class SettingsTarget implements FuzzTarget {
    private static final String FILE = "settings.properties";
    private static final int MAX_LINES = 12;

    private final FuzzFolder folder = new FuzzFolder();
    private final Flags flags = new Flags(folder.path(), Map.of());
    private final List<ShownSetting> defaults = defaults();

    /** Some lines that are shown are no settings of the file. */
    private List<ShownSetting> defaults() {
        List<String> words = KnownSettings.all().stream().<String>map(Setting::word).toList();
        return shown().settings().stream().filter(each -> words.contains(each.name())).toList();
    }

    @Override
    public FuzzInput input(SplittableRandom random) {
        List<List<String>> lines = new ArrayList<>();
        for (int left = 1 + random.nextInt(MAX_LINES); left > 0; left--) {
            ShownSetting setting = defaults.get(random.nextInt(defaults.size()));
            lines.add(List.of(setting.name(), setting.value()));
        }
        return new FuzzInput(
                FILE, ByteMutator.seldom(LineMutator.text(lines, "=", random), random));
    }

    @Override
    public boolean accepts(FuzzInput input) throws IOException {
        folder.write(FILE, input.bytes());
        Settings.Shown first = shown();
        requireSameVerdict(first.problems());
        SettingsFile.change(new DataFolder(folder.path()), ofFile(first));
        Settings.Shown again = shown();
        if (!values(again).equals(values(first))) {
            throw new BrokenPropertyException(
                    "shown " + first.settings() + ", and again " + again.settings());
        }
        return true;
    }

    /** Requires that problems are listed if, and only if, the settings are refused. */
    private void requireSameVerdict(List<String> problems) {
        Settings settings;
        try {
            settings = Settings.of(flags, Map.of(), folder.path());
        } catch (CommandEnd refused) {
            if (problems.isEmpty()) {
                throw new BrokenPropertyException(
                        "refused without a problem: " + refused.getMessage());
            }
            throw refused;
        }
        if (!problems.isEmpty()) {
            throw new BrokenPropertyException(settings + " in spite of " + problems);
        }
    }

    /** Returns the settings of the file, each as it is shown. */
    private static Map<Setting<?>, Optional<String>> ofFile(Settings.Shown shown) {
        Map<Setting<?>, Optional<String>> texts = new LinkedHashMap<>();
        for (ShownSetting each : shown.settings()) {
            if (each.origin() == Origin.FILE) {
                KnownSettings.all().stream()
                        .filter(setting -> setting.word().equals(each.name()))
                        .forEach(setting -> texts.put(setting, Optional.of(each.value())));
            }
        }
        return texts;
    }

    private static List<String> values(Settings.Shown shown) {
        return shown.settings().stream().map(each -> each.name() + "=" + each.value()).toList();
    }

    private Settings.Shown shown() {
        return Settings.shown(flags, Map.of(), folder.path());
    }

    @Override
    public void close() {
        folder.close();
    }
}
