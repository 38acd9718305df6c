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

/**
 * The lines of one channel: values by the names of their fields. A secret that the file does not
 * have is looked up in the environment. Not thread-safe.
 */
final class ChannelFields {
    private static final Set<String> SECRETS = Set.of("url", "secret", "token", "password");

    private final String channel;
    private final Map<String, String> lines;
    private final Map<String, String> environment;
    private final Set<String> known = new LinkedHashSet<>();

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

    /**
     * Returns the value of a field.
     *
     * @throws InvalidValueException if it is not set
     */
    String required(String field) {
        return value(field)
                .orElseThrow(() ->
                        new InvalidValueException(
                                name(field),
                                "missing",
                                SECRETS.contains(field)
                                        ? "a line, or the variable $" + variable(field)
                                        : "a line"));
    }

    /** Returns the values of a field that are separated by commas. */
    List<String> list(String field) {
        return value(field).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Returns a field as a value, or the default if it is not set. */
    <T> T parsed(String field, T defaults, Function<String, T> parser) {
        return value(field).map(parser).orElse(defaults);
    }

    /** Returns the name of a field as it stands in the file. */
    String name(String field) {
        return channel + "." + field;
    }

    /** Returns a problem for each line and variable that no field was read from. */
    List<String> unknown() {
        List<String> problems = new ArrayList<>();
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
        return problems;
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
