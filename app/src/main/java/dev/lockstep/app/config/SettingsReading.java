package dev.lockstep.app.config;

import dev.lockstep.app.config.SettingTexts.Given;
import dev.lockstep.app.config.value.Origin;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.postgres.PostgresAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads settings and continues after an invalid one, so that all problems are listed at once.
 *
 * <p>Not thread-safe.
 */
final class SettingsReading {
    private final DataFolder folder;
    private final SettingTexts texts;
    private final List<String> problems;
    private final List<String> accessProblems = new ArrayList<>();
    private final List<ShownSetting> shown = new ArrayList<>();

    SettingsReading(DataFolder folder, Map<String, String> environment, Flags flags) {
        this.folder = folder;
        this.texts = new SettingTexts(folder, environment, flags);
        this.problems = new ArrayList<>(texts.problems());
    }

    /** Returns whether a setting is given. */
    boolean given(Setting<?> setting) {
        return texts.given(setting).isPresent();
    }

    /** Returns the value of a setting. */
    <T> T value(Setting<T> setting) {
        return value(setting, setting.defaults());
    }

    /** Returns the value of a setting whose default follows from others. */
    <T> T value(Setting<T> setting, T defaults) {
        return value(setting, defaults, Origin.DEFAULT);
    }

    /** Returns the value of a setting whose default has a source. */
    <T> T value(Setting<T> setting, T defaults, Origin defaultOrigin) {
        return value(setting, defaults, defaultOrigin, setting::parsed, setting::words);
    }

    /**
     * Returns the value of a setting whose text means something else in another mode or place.
     *
     * @param parser parses the text
     * @param words formats a value
     */
    <T> T value(
            Setting<?> setting,
            T defaults,
            Origin defaultOrigin,
            Function<String, T> parser,
            Function<T, String> words) {
        Optional<Given> given = texts.given(setting);
        if (given.isEmpty()) {
            show(setting, words.apply(defaults), defaultOrigin);
            return defaults;
        }
        String text = given.get().text();
        Origin origin = given.get().origin();
        try {
            T value = parser.apply(text);
            show(setting, words.apply(value), origin);
            return value;
        } catch (InvalidValueException wrong) {
            problems.add(wrong.getMessage() + ", from " + texts.place(setting, origin));
            show(setting, PostgresAddress.withoutPassword(text), origin);
            return defaults;
        }
    }

    /** Returns a path; one in the file of settings is meant from the data folder. */
    Optional<Path> path(Setting<Optional<Path>> setting) {
        Path from =
                texts.given(setting).filter(given -> given.origin() == Origin.FILE).isPresent()
                        ? folder.path()
                        : Path.of("");
        return value(
                setting,
                setting.defaults(),
                Origin.DEFAULT,
                text -> setting.parsed(text).map(from::resolve),
                setting::words);
    }

    /** Something that must fit together; a mistake in it is one more problem. */
    <T> T whole(T defaults, Supplier<T> made) {
        return whole(defaults, made, problems);
    }

    /** Returns a value of several settings; a mistake names the place of the setting it is in. */
    <T> T together(T defaults, List<Setting<?>> settings, Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidValueException wrong) {
            String place =
                    settings.stream()
                            .filter(setting -> setting.word().equals(wrong.field()))
                            .findFirst()
                            .map(this::place)
                            .orElse("");
            problems.add(wrong.getMessage() + place);
        }
        return defaults;
    }

    private String place(Setting<?> setting) {
        Origin origin = texts.given(setting).map(Given::origin).orElse(Origin.DEFAULT);
        return ", from " + texts.place(setting, origin);
    }

    /**
     * Returns a value that only requests to the broker need; an error in it does not prevent access
     * to the database.
     */
    <T> T access(T defaults, Supplier<T> made) {
        return whole(defaults, made, accessProblems);
    }

    private static <T> T whole(T defaults, Supplier<T> made, List<String> problems) {
        try {
            return made.get();
        } catch (InvalidValueException wrong) {
            problems.add(String.valueOf(wrong.getMessage()));
        } catch (CommandEnd wrong) {
            problems.add(String.valueOf(wrong.getMessage()));
        }
        return defaults;
    }

    private void show(Setting<?> setting, String value, Origin origin) {
        shown.add(
                new ShownSetting(
                        setting.word(),
                        setting.secret() && !value.isEmpty() ? ShownSetting.REDACTED : value,
                        origin,
                        texts.place(setting, origin)));
    }

    void show(ShownSetting setting) {
        shown.add(setting);
    }

    List<ShownSetting> shown() {
        return List.copyOf(shown);
    }

    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        all.addAll(accessProblems);
        return List.copyOf(all);
    }

    /** Ends the command with all problems, if there are any. */
    void requireSound() {
        requireNone(problems());
    }

    /** Requires valid settings for commands that use the database only. */
    void requireSoundBook() {
        requireNone(problems);
    }

    private static void requireNone(List<String> problems) {
        if (problems.size() == 1) {
            throw new CommandEnd(ExitCode.USAGE, problems.getFirst());
        }
        if (!problems.isEmpty()) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    problems.size() + " settings are wrong:\n  " + String.join("\n  ", problems));
        }
    }
}
