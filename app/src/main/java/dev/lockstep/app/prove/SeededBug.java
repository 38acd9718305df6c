package dev.lockstep.app.prove;

import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mistake as a patch, to show that the checks find it.
 *
 * <p>The file begins with a sentence that says the mistake and a line {@code Caught by: seeds} or
 * {@code Caught by: MODULE TEST}; the patch follows.
 *
 * @param name the file's name without its extension
 * @param sentence what is wrong with the patched platform
 * @param patch the file
 * @param caughtBy what is to find it
 */
public record SeededBug(String name, String sentence, Path patch, CaughtBy caughtBy) {
    private static final String EXTENSION = ".patch";
    private static final String CAUGHT_BY = "Caught by: ";

    public SeededBug {
        if (sentence.isBlank()) {
            throw new InvalidValueException(
                    name + EXTENSION + ", sentence", sentence, "a sentence that says the mistake");
        }
    }

    /** Reads the bugs of a folder, in the order of their names. */
    public static List<SeededBug> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .map(SeededBug::read)
                    .toList();
        }
    }

    private static SeededBug read(Path file) {
        List<String> lines = lines(file).stream().takeWhile(line -> !line.isBlank()).toList();
        String text =
                String.join(
                        " ",
                        lines.stream().takeWhile(line -> !line.startsWith(CAUGHT_BY)).toList());
        String caughtBy =
                lines.stream()
                        .filter(line -> line.startsWith(CAUGHT_BY))
                        .findFirst()
                        .map(line -> line.substring(CAUGHT_BY.length()))
                        .orElse("");
        String name = String.valueOf(file.getFileName());
        return new SeededBug(
                name.substring(0, name.length() - EXTENSION.length()),
                text.strip(),
                file,
                caughtBy(name, caughtBy));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new InvalidValueException("bug", file, "a readable file");
        }
    }

    private static CaughtBy caughtBy(String file, String text) {
        if (text.equals("seeds")) {
            return new CaughtBy.Seeds();
        }
        String[] words = text.split(" ", -1);
        if (words.length != 2) {
            throw new InvalidValueException(
                    file + ", caught by", text, "\"seeds\", or a module and a test");
        }
        return new CaughtBy.Test(words[0], words[1]);
    }
}
