package dev.lockstep.app.config;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.TimeSpan;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The values that a setting may have, and how they are written.
 *
 * @param label the label of the value in help texts
 * @param bounds the least and the greatest value, empty if it has none
 * @param parser parses a text; the message of its exception names the setting
 * @param words formats a value so that the parser can read it
 * @param <T> the type of the values
 */
record SettingType<T>(String label, String bounds, Parser<T> parser, Function<T, String> words) {
    private static final int MAX_PORT = 65_535;

    /** A duration within bounds. */
    static SettingType<Duration> time(Duration min, Duration max) {
        return new SettingType<>(
                "TIME",
                TimeSpan.words(min) + " to " + TimeSpan.words(max),
                (field, text) -> TimeSpan.parse(field, text, min, max),
                TimeSpan::words);
    }

    /** A whole number within bounds. */
    static SettingType<Integer> count(int min, int max) {
        return number("N", min, max);
    }

    /** A port, or zero. */
    static SettingType<Integer> port() {
        return number("PORT", 0, MAX_PORT);
    }

    /** A path; empty if not set. */
    static SettingType<Optional<Path>> file() {
        return new SettingType<>(
                "FILE",
                "",
                (field, text) -> Optional.of(path(field, text)),
                value -> value.map(Path::toString).orElse(""));
    }

    private static Path path(String field, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException impossible) {
            throw new InvalidValueException(field, text, "the path of a file");
        }
    }

    /** A value without bounds; empty if not set. */
    static <T> SettingType<Optional<T>> optional(
            String label, Function<String, T> parser, Function<T, String> words) {
        return unbounded(
                label,
                text -> Optional.of(parser.apply(text)),
                value -> value.map(words).orElse(""));
    }

    /** Any text. */
    static SettingType<String> text(String label) {
        return unbounded(label, Function.identity(), Function.identity());
    }

    /** Names, separated by commas. */
    static SettingType<Set<String>> names() {
        return unbounded("NAMES", SettingType::names, names -> String.join(",", names));
    }

    /** Certain words that confirm something; false if not set. */
    static SettingType<Boolean> confirmation(String confirming) {
        return new SettingType<>(
                "WORDS",
                "",
                (field, text) -> {
                    if (!text.strip().equals(confirming)) {
                        throw new InvalidValueException(
                                field, text, "the confirmation \"" + confirming + "\"");
                    }
                    return true;
                },
                confirmed -> confirmed ? confirming : "");
    }

    /** A value without bounds, whose parser names the setting itself. */
    static <T> SettingType<T> unbounded(
            String label, Function<String, T> parser, Function<T, String> words) {
        return new SettingType<>(label, "", (_, text) -> parser.apply(text), words);
    }

    private static SettingType<Integer> number(String label, int min, int max) {
        String bounds = min + " to " + max;
        return new SettingType<>(
                label, bounds, (field, text) -> number(field, text, min, max), String::valueOf);
    }

    private static int number(String field, String text, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Falls through: both ways of being wrong get the same answer.
        }
        throw new InvalidValueException(field, text, min + " to " + max);
    }

    private static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    /**
     * Parses the text of a setting.
     *
     * @param <T> the type of the value
     */
    @FunctionalInterface
    interface Parser<T> {
        /**
         * Returns the value.
         *
         * @throws InvalidValueException if the text is no value of the setting {@code field}
         */
        T parse(String field, String text);
    }
}
