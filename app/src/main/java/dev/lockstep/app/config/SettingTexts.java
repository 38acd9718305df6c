package dev.lockstep.app.config;

import dev.lockstep.app.config.value.Origin;
import dev.lockstep.app.config.value.PropertyTexts;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.domain.value.Likeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The settings as text: for each, the value of the source that overrides the others. */
final class SettingTexts {
    private static final int MAX_FILE_BYTES = 100_000;

    private final Path file;
    private final Map<Setting<?>, Given> given = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    SettingTexts(DataFolder folder, Map<String, String> environment, Flags flags) {
        this.file = folder.settings();
        takeFile();
        takeEnvironment(environment);
        flags.settings().forEach((key, text) -> given.put(key, new Given(text, Origin.OPTION)));
    }

    /** Returns the text of a setting; empty if not set. */
    Optional<Given> given(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting));
    }

    /** Returns the problems of names and file, one line each. */
    List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** Returns the place of a setting. */
    String place(Setting<?> setting, Origin origin) {
        return switch (origin) {
            case DEFAULT -> "the default";
            case FOLDER -> "the folder";
            case FILE -> file.toString();
            case ENVIRONMENT -> "$" + setting.variable();
            case OPTION -> setting.flag();
        };
    }

    private void takeFile() {
        if (!Files.exists(file)) {
            return;
        }
        PropertyTexts texts;
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                problems.add(file + ": longer than " + MAX_FILE_BYTES + " bytes");
                return;
            }
            texts = new PropertyTexts(Files.readAllLines(file));
        } catch (IOException unreadable) {
            problems.add("cannot read " + file + ": " + IoText.of(unreadable));
            return;
        }
        texts.malformed().forEach(line -> problems.add("cannot read " + file + ": " + line));
        texts.repeated()
                .forEach((word, lines) -> problems.add(word + ": " + lines + ", from " + file));
        texts.values().forEach(this::takeLine);
    }

    private void takeLine(String word, String text) {
        Optional<Setting<?>> named =
                KnownSettings.all().stream()
                        .filter(setting -> setting.word().equals(word))
                        .findFirst();
        if (named.isEmpty()) {
            problems.add(unknown(word, KnownSettings.words()) + ", from " + file);
        } else if (named.get().secret()) {
            problems.add(
                    word
                            + ": a secret (expected: in $"
                            + named.get().variable()
                            + " or in the file that "
                            + word
                            + "-file names), from "
                            + file);
        } else if (!text.isBlank()) {
            given.put(named.get(), new Given(text.strip(), Origin.FILE));
        }
    }

    private void takeEnvironment(Map<String, String> environment) {
        for (Setting<?> setting : KnownSettings.all()) {
            String text = environment.getOrDefault(setting.variable(), "");
            if (!text.isBlank()) {
                given.put(setting, new Given(text.strip(), Origin.ENVIRONMENT));
            }
        }
        List<String> known = KnownSettings.variables();
        new TreeSet<>(environment.keySet())
                .stream()
                        .filter(variable ->
                                KnownSettings.ours(variable) && !known.contains(variable))
                        .forEach(variable ->
                                problems.add(unknown(variable, known) + ", from the environment"));
    }

    /** The value is left out: it may be a secret under a wrong name. */
    private static String unknown(String word, List<String> known) {
        return word
                + ": unknown setting (expected: "
                + Likeness.near(word, known)
                        .map(name -> name + "?")
                        .orElse("a name that 'lockstep config show' lists")
                + ")";
    }

    /**
     * A value and its source.
     *
     * @param text the value
     * @param origin its source
     */
    record Given(String text, Origin origin) {}
}
