package dev.lockstep.app.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeededBugTest {
    private static final String PATCH =
            """

            diff --git a/A.java b/A.java
            Caught by: nothing, for this line is part of the patch
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void a_folder_is_read_in_the_order_of_the_names() throws IOException {
        write("b.patch", "A fee is\nignored.\nCaught by: seeds\n" + PATCH);
        write("a.patch", "No disk sync.\nCaught by: persistence-sqlite OpeningTest\n" + PATCH);
        write("notes.txt", "not a bug");

        assertThat(SeededBug.all(folder))
                .containsExactly(
                        new SeededBug(
                                "a",
                                "No disk sync.",
                                folder.resolve("a.patch"),
                                new CaughtBy.Test("persistence-sqlite", "OpeningTest")),
                        new SeededBug(
                                "b",
                                "A fee is ignored.",
                                folder.resolve("b.patch"),
                                new CaughtBy.Seeds()));
    }

    @Test
    void a_patch_that_does_not_say_what_catches_it_is_refused() throws IOException {
        write("a.patch", "A fee is ignored.\n\ndiff --git a/A.java b/A.java\n");

        assertThatThrownBy(() -> SeededBug.all(folder))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("a.patch, caught by");
    }

    @Test
    void a_patch_without_a_sentence_is_refused() throws IOException {
        write("a.patch", "Caught by: seeds\n" + PATCH);

        assertThatThrownBy(() -> SeededBug.all(folder))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("a.patch, sentence");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
