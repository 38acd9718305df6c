package dev.lockstep.app.notify;

import dev.lockstep.app.config.KnownSettings;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Likeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The lines of one channel: values by the names of their fields, and every mistake in them. A
 * secret that the file does not have is looked up in the environment. Not thread-safe.
 */
final class ChannelFields {
    private static final Set<String> SECRETS = Set.of("url", "secret", "token", "password");

    private final String channel;
    private final Map<String, String> lines;
    private final Map<String, String> environment;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    ChannelFields(String channel, Map<String, String> lines, Map<String, String> environment) {
        this.channel = channel;
        this.lines = Map.copyOf(lines);
        this.environment = environment;
    }

    /** Returns the value of a field, empty if it is not set. */
    Optional<String> value(String field) {
        known.add(field);
        String line = lines.getOrDefault(field, "");
        String text =
                line.isBlank() && SECRETS.contains(field)
                        ? environment.getOrDefault(variable(field), "")
                        : line;
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    /** Returns the value of a field that has to be set; empty, and a problem, if it is not. */
    <T> Optional<T> required(String field, Function<String, T> parser) {
        if (value(field).isEmpty()) {
            problems.add(
                    text(
                            new InvalidValueException(
                                    name(field),
                                    "missing",
                                    SECRETS.contains(field)
                                            ? "a line, or the variable $" + variable(field)
                                            : "a line")));
        }
        return parsed(field, parser);
    }

    /** Returns the value of a field; empty if it is not set, or wrong, which is a problem. */
    <T> Optional<T> parsed(String field, Function<String, T> parser) {
        return value(field).flatMap(text -> made(field, () -> parser.apply(text)));
    }

    /** Returns those values of a field that are right; each of the others is a problem. */
    <T> List<T> parsedList(String field, Function<String, T> parser) {
        return list(field).stream()
                .flatMap(part -> made(field, () -> parser.apply(part)).stream())
                .toList();
    }

    /** Returns the values of a field that are separated by commas. */
    List<String> list(String field) {
        return value(field).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Returns a value of a field; empty, and a problem, if it cannot be. */
    <T> Optional<T> made(String field, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (InvalidValueException wrong) {
            problems.add(text(wrong.in(name(field))));
            return Optional.empty();
        }
    }

    private String name(String field) {
        return channel + "." + field;
    }

    /** Returns the problems found so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Adds a problem for each line and variable that no field was read from. */
    void requireKnown() {
        Set<String> variables = new HashSet<>();
        known.stream().filter(SECRETS::contains).map(this::variable).forEach(variables::add);
        lines.keySet().stream()
                .filter(field -> !known.contains(field))
                .sorted()
                .forEach(field -> problems.add(unknown(field)));
        environment.keySet().stream()
                .filter(name -> name.startsWith(variable("")) && !variables.contains(name))
                .sorted()
                .forEach(name -> problems.add("$" + name + ": unknown setting of " + channel));
    }

    private static String text(InvalidValueException wrong) {
        return String.valueOf(wrong.getMessage());
    }

    private String unknown(String field) {
        return name(field)
                + ": unknown setting (expected: "
                + Likeness.near(field, List.copyOf(known))
                        .map(near -> name(near) + "?")
                        .orElse(String.join(", ", known))
                + ")";
    }

    private String variable(String field) {
        return KnownSettings.CHANNEL_PREFIX
                + (channel + "_" + field).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
