package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the scenarios of the documentation with the tests that it names as their proof. */
final class ScenariosTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCUMENT = ROOT.resolve("docs").resolve("scenarios.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern PROOF = Pattern.compile("`(\\w+)#(\\w+)`");

    private static final Pattern NUMBERS = Pattern.compile("Numbers[^:]*: ([-0-9, ]+)\\.");
    private static Map<String, String> sources = Map.of();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            Map<String, String> found = new HashMap<>();
            modules.map(module -> module.resolve(Path.of("src", "test", "java")))
                    .filter(Files::isDirectory)
                    .forEach(tests -> sources(tests, found));
            sources = found;
        }
    }

    @Test
    void every_number_has_a_row_and_a_proof() {
        assertThat(rows().map(row -> Integer.valueOf(row.group(1))))
                .doesNotHaveDuplicates()
                .containsAll(numbers());
        assertThat(rows()).allSatisfy(row -> assertThat(row.group(3)).containsPattern(PROOF));
    }

    static Stream<String> proofs() {
        return rows().flatMap(row -> PROOF.matcher(row.group(3)).results())
                .map(MatchResult::group)
                .map(proof -> proof.replace("`", ""))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void the_proof_is_a_test(String proof) {
        String type = proof.substring(0, proof.indexOf('#'));
        String test = proof.substring(proof.indexOf('#') + 1);

        assertThat(sources).containsKey(type);
        assertThat(sources.get(type))
                .containsPattern("@(Test|ParameterizedTest|TestFactory|Property)\\b")
                .containsPattern("\\b(void|Stream<DynamicTest>)\\s+" + test + "\\(");
    }

    /** Returns the numbers that the document announces. */
    private static List<Integer> numbers() {
        String spans = NUMBERS.matcher(text()).results().findFirst().orElseThrow().group(1);
        return Stream.of(spans.split(", ", -1))
                .map(span -> span.split("-", -1))
                .flatMapToInt(ends ->
                        IntStream.rangeClosed(
                                Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])))
                .boxed()
                .toList();
    }

    private static Stream<MatchResult> rows() {
        return ROW.matcher(text()).results();
    }

    private static String text() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void sources(Path tests, Map<String, String> found) {
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString();
                // Two modules may each have a class with this name.
                found.merge(
                        name.substring(0, name.length() - ".java".length()),
                        Files.readString(file),
                        String::concat);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
