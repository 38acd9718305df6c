package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that answers write the constants of the domain and the app in lower case. The fixtures of
 * the tests pass every answer through it that a test reads as JSON.
 */
public final class ShownConstants {
    private static final Pattern SEVERAL_WORDS = Pattern.compile("[A-Z]+(_[A-Z]+)+");
    private static final Set<String> NAMES =
            Stream.of(Path.of("..", "domain"), Path.of("."))
                    .flatMap(ShownConstants::names)
                    .collect(Collectors.toUnmodifiableSet());

    /** Fields with values of the broker or the user. */
    private static final Set<String> FREE =
            Set.of("symbol", "exchange", "type", "name", "key", "strategy");

    private ShownConstants() {}

    /** Returns the answer if it has no constant in capitals. */
    public static JsonNode checked(JsonNode answer) {
        assertThat(inCapitals(answer)).as("constants in capitals in %s", answer).isEmpty();
        return answer;
    }

    /** Returns the constants in capitals among the values and the names of fields. */
    static List<String> inCapitals(JsonNode answer) {
        List<String> found = new ArrayList<>();
        if (answer.isTextual() && constant(answer.textValue())) {
            found.add(answer.textValue());
        }
        answer.properties().stream()
                .map(Map.Entry::getKey)
                .filter(NAMES::contains)
                .forEach(found::add);
        answer.properties().stream()
                .filter(field -> !free(answer, field.getKey()))
                .forEach(field -> found.addAll(inCapitals(field.getValue())));
        if (answer.isArray()) {
            answer.forEach(each -> found.addAll(inCapitals(each)));
        }
        return found;
    }

    /** Returns whether the field has a value of the broker, such as the status of an account. */
    private static boolean free(JsonNode object, String field) {
        return FREE.contains(field) || (field.equals("status") && object.has("accountNumber"));
    }

    private static boolean constant(String text) {
        return SEVERAL_WORDS.matcher(text).matches() || NAMES.contains(text);
    }

    private static Stream<String> names(Path module) {
        Path sources = module.resolve(Path.of("src", "main", "java"));
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains("enum "))
                    .map(file -> loaded(sources.relativize(file)))
                    .flatMap(ShownConstants::withInner)
                    .filter(Class::isEnum)
                    .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> loaded(Path source) {
        String path = source.toString();
        try {
            return Class.forName(
                    path.substring(0, path.length() - ".java".length()).replace('/', '.'));
        } catch (ClassNotFoundException absent) {
            throw new AssertionError(absent);
        }
    }

    private static Stream<Class<?>> withInner(Class<?> type) {
        return Stream.concat(
                Stream.of(type),
                Arrays.stream(type.getDeclaredClasses()).flatMap(ShownConstants::withInner));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
