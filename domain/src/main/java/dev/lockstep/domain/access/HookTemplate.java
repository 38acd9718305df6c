package dev.lockstep.domain.access;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the body of an alert has the values of an order. A source is a JSON Pointer such as {@code
 * /order/qty}, or a constant such as {@code =limit}. A field without a source has its default name.
 *
 * @param sources the source of each field that has one
 */
public record HookTemplate(Map<HookField, String> sources) {
    /** Every field has its default name. */
    public static final HookTemplate DEFAULT = new HookTemplate(Map.of());

    private static final int MAX_SOURCE_CHARS = 200;
    private static final String EXPECTED =
            "a JSON Pointer such as /order/qty, a path such as $.order.qty, or a constant such as"
                    + " =limit";

    /**
     * Creates a template.
     *
     * @throws InvalidValueException if a source has another form
     */
    public HookTemplate {
        Map<HookField, String> pointers = new EnumMap<>(HookField.class);
        sources.forEach((field, source) -> pointers.put(field, pointer(field, source)));
        sources = Collections.unmodifiableMap(pointers);
    }

    /**
     * Returns the template of a file's names and sources.
     *
     * @throws InvalidValueException if a name is not of a field, or a source has another form
     */
    public static HookTemplate named(Map<String, String> sources) {
        Map<HookField, String> byField = new EnumMap<>(HookField.class);
        sources.forEach((name, source) -> byField.put(field(name), source));
        return new HookTemplate(byField);
    }

    /** Returns the template of its stored text. */
    public static HookTemplate parse(String text) {
        return named(
                text.lines()
                        .collect(
                                Collectors.toMap(
                                        line -> line.substring(0, line.indexOf(' ')),
                                        line -> line.substring(line.indexOf(' ') + 1))));
    }

    /** Returns the text to store: for each source a line of name and source. */
    public String text() {
        return sources.entrySet().stream()
                .map(source -> source.getKey().word() + " " + source.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Returns the source of a field, empty if it has its default name. */
    public Optional<String> source(HookField field) {
        return Optional.ofNullable(sources.get(field));
    }

    private static HookField field(String name) {
        return Arrays.stream(HookField.values())
                .filter(field -> field.word().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidValueException(
                                "template",
                                name.isEmpty() ? "empty" : name,
                                Arrays.stream(HookField.values())
                                        .map(HookField::word)
                                        .collect(Collectors.joining(", "))));
    }

    private static String pointer(HookField field, String source) {
        Text.printable(field.word(), source, MAX_SOURCE_CHARS);
        if (source.startsWith("/") || (source.startsWith("=") && source.length() > 1)) {
            return source;
        }
        if (!source.matches("\\$(\\.[^.\\[\\]~/]+|\\[\\d{1,6}])+")) {
            throw new InvalidValueException(field.word(), source, EXPECTED);
        }
        return source.substring(1).replaceAll("\\[(\\d+)]", ".$1").replace('.', '/');
    }
}
