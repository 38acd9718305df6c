package dev.lockstep.app.config;

import dev.lockstep.app.config.SettingTexts.Given;
import dev.lockstep.app.config.value.Origin;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.value.InvalidValueException;
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
    boolean given(SettingKey key) {
        return texts.given(key).isPresent();
    }

    /**
     * Returns the value of a setting.
     *
     * @param defaults the default
     * @param parser parses the text
     * @param words formats a value
     */
    <T> T value(SettingKey key, T defaults, Function<String, T> parser, Function<T, String> words) {
        return value(key, defaults, Origin.DEFAULT, parser, words);
    }

    /** Returns the value of a setting whose default has a source. */
    <T> T value(
            SettingKey key,
            T defaults,
            Origin defaultOrigin,
            Function<String, T> parser,
            Function<T, String> words) {
        Optional<Given> given = texts.given(key);
        if (given.isEmpty()) {
            show(key, words.apply(defaults), defaultOrigin);
            return defaults;
        }
        String text = given.get().text();
        Origin origin = given.get().origin();
        try {
            T value = parser.apply(text);
            show(key, words.apply(value), origin);
            return value;
        } catch (InvalidValueException wrong) {
            problems.add(wrong.getMessage() + ", from " + texts.place(key, origin));
            show(key, text, origin);
            return defaults;
        }
    }

    /** Returns a path; one in the file of settings is meant from the data folder. */
    Optional<Path> path(SettingKey key) {
        Path from =
                texts.given(key).filter(given -> given.origin() == Origin.FILE).isPresent()
                        ? folder.path()
                        : Path.of("");
        return value(
                key,
                Optional.empty(),
                text -> Optional.of(from.resolve(text)),
                path -> path.map(Path::toString).orElse(""));
    }

    /** Something that must fit together; a mistake in it is one more problem. */
    <T> T whole(T defaults, Supplier<T> made) {
        return whole(defaults, made, problems);
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

    void show(SettingKey key, String value, Origin origin) {
        shown.add(
                new ShownSetting(
                        key.word(),
                        key.secret() && !value.isEmpty() ? ShownSetting.REDACTED : value,
                        origin,
                        texts.place(key, origin)));
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
