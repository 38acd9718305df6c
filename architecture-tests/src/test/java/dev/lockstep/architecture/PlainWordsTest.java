package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps words that have a plainer or more precise synonym out of manual, help and Javadoc. */
final class PlainWordsTest {
    private static final Path ROOT = Path.of("..");

    /** Words and their replacements are listed in CONTRIBUTING.md. */
    private static final Pattern WORDS =
            Pattern.compile(
                    "\\b(anew|told|tells|heard|wish|wishes|whoever|nobody|beside|hangs on|"
                            + "sent elsewhere|from elsewhere|(?<!there )(?:is|are) none|in step|goes out|"
                            + "go out|went out|another hand|a person's eye|presses the database|for a person)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("@param\\s+\\S+");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);

    @Test
    void the_manual_has_none_of_these_words() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            List<Path> pages =
                    Stream.concat(
                                    Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve),
                                    docs.filter(page -> page.toString().endsWith(".md")))
                            .toList();

            assertThat(pages).allSatisfy(page -> assertThat(found(prose(read(page)))).isEmpty());
        }
    }

    @Test
    void no_javadoc_has_one_of_these_words() {
        assertThat(sources(""))
                .allSatisfy(file -> assertThat(found(matches(JAVADOC, read(file)))).isEmpty());
    }

    @Test
    void no_help_and_no_message_of_the_command_line_has_one_of_these_words() {
        assertThat(sources("app/src/main/java/dev/lockstep/app/cli"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(found(matches(STRING, read(file)))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** Tells how it is. */",
                "/**\n * Orders that were sent\n * elsewhere.\n */",
                "/** Where nobody asked, it is read anew. */"
            })
    void javadoc_with_such_a_word_is_found(String source) {
        assertThat(found(matches(JAVADOC, source))).isNotEmpty();
    }

    @Test
    void code_in_the_manual_is_not_prose() {
        assertThat(found(prose("`a_position_that_is_gone_is_told` and ```\ntold\n```"))).isEmpty();
        assertThat(found(prose("The caller is told."))).containsExactly("told");
    }

    private static List<String> found(String text) {
        return WORDS.matcher(PARAMETER.matcher(text).replaceAll("@param"))
                .results()
                .map(word -> word.group())
                .toList();
    }

    private static String prose(String page) {
        return CODE.matcher(page).replaceAll("");
    }

    /** Returns all matches, without line breaks and the asterisks of Javadoc. */
    private static String matches(Pattern pattern, String source) {
        return String.join(
                        "\n",
                        pattern.matcher(source).results().map(match -> match.group()).toList())
                .replaceAll("\\s*\n\\s*\\*?\\s*", " ");
    }

    private static List<Path> sources(String under) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(under))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .toList();
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
