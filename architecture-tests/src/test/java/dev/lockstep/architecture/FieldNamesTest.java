package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keeps the FIX names of the domain's code out of everything that a user reads or sends: a field
 * has one name in options, columns, JSON, errors and denials.
 */
final class FieldNamesTest {
    private static final Path ROOT = Path.of("..");

    /** The name that users know: qty, notional, stopPrice, filledQty, remainingQty, ... */
    private static final Pattern FIX_NAME =
            Pattern.compile(
                    "\\b(orderQty|cashOrderQty|stopPx|limitPx|cumQty|leavesQty|avgPx|lastPx|entryPx"
                            + "|exitPx|transactTime|idempotencyKey|cancelWanted)\\b");

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    @Test
    void no_text_of_the_domain_the_import_and_the_app_has_a_fix_name() {
        List<Path> sources =
                Stream.of("domain", "import-ba2", "app").flatMap(FieldNamesTest::sources).toList();

        assertThat(sources)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(inStrings(read(file))).isEmpty());
    }

    @Test
    void no_page_of_the_screen_and_no_schema_has_a_fix_name() {
        List<Path> resources =
                files("app/src/main/resources")
                        .filter(file -> file.toString().matches(".*\\.(js|html|json)"))
                        .filter(file -> !file.toString().contains("vendor"))
                        .toList();

        assertThat(resources)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(found(read(file))).isEmpty());
    }

    @Test
    void no_page_of_the_manual_has_a_fix_name() {
        assertThat(files("docs").filter(file -> file.toString().endsWith(".md")))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(found(read(file))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"put(\"orderQty\", qty)", "\"orderQty,cumQty\"", "\"of avgPx \" + px"})
    void a_fix_name_in_a_text_is_found(String source) {
        assertThat(inStrings(source)).isNotEmpty();
    }

    @Test
    void a_fix_name_in_code_is_right() {
        assertThat(inStrings("node.put(\"qty\", terms.orderQty());")).isEmpty();
    }

    private static List<String> inStrings(String source) {
        return STRING.matcher(source)
                .results()
                .flatMap(text -> found(text.group()).stream())
                .toList();
    }

    private static List<String> found(String text) {
        return FIX_NAME.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Stream<Path> sources(String module) {
        return files(module + "/src/main/java").filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
