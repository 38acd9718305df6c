package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README shows a user of the libraries the very lines that {@code library-tests} runs. */
class LibraryDocumentTest {
    private static final Path README = Path.of("../README.md");
    private static final Path CODE =
            Path.of("../library-tests/src/it/stranger/src/main/java/stranger/Buy.java");
    private static final Pattern SHOWN = Pattern.compile("(?s)```java\\n(.*?)\\n```");
    private static final Pattern REGION =
            Pattern.compile("(?s)// @start region=\"readme\"\\n(.*?)\\n *// @end");

    @Test
    void the_readme_shows_the_lines_that_are_run() throws IOException {
        assertThat(found(SHOWN, README)).isEqualTo(found(REGION, CODE));
    }

    private static String found(Pattern pattern, Path file) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(file));
        assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
        return matcher.group(1).stripIndent();
    }
}
