package dev.lockstep.app.cli.interactive;

import dev.lockstep.app.config.value.Prompter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * Reads lines at a terminal, with completion and history. Answers to questions of a command are
 * read apart from them and reach no history.
 */
final class TerminalLines implements LineSource, Prompter {
    private static final char HIDDEN = 0;

    /** Lines with a secret in them are not kept; neither is one that begins with a space. */
    private static final String NOT_KEPT = "*--secret*:*APCA_*:*LOCKSTEP_TOKEN*:*SIMULATOR_SECRET*";

    private final String prompt;
    private final LineReader reader;
    private final LineReader answers;

    TerminalLines(Terminal terminal, Completer completer, Path history, String prompt)
            throws IOException {
        this.prompt = prompt;
        makePrivate(history);
        this.reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .parser(LineParser.of())
                        .completer(completer)
                        .variable(LineReader.HISTORY_FILE, history)
                        .variable(LineReader.HISTORY_IGNORE, NOT_KEPT)
                        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
                        .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .option(LineReader.Option.CASE_INSENSITIVE, true)
                        .build();
        this.answers =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .variable(LineReader.DISABLE_HISTORY, true)
                        .build();
    }

    @Override
    public Optional<String> next() {
        while (true) {
            try {
                return Optional.of(reader.readLine(prompt));
            } catch (UserInterruptException _) {
                // Ctrl-C at the prompt drops the line that was begun.
            } catch (EndOfFileException end) {
                return Optional.empty();
            }
        }
    }

    @Override
    public Optional<String> ask(String question) {
        return answer(() -> answers.readLine(question));
    }

    @Override
    public Optional<String> askSecret(String question) {
        return answer(() -> answers.readLine(question, HIDDEN));
    }

    private static Optional<String> answer(Supplier<String> reading) {
        try {
            return Optional.of(reading.get().strip());
        } catch (UserInterruptException | EndOfFileException end) {
            return Optional.empty();
        }
    }

    private static void makePrivate(Path history) throws IOException {
        if (Files.exists(history)) {
            return;
        }
        boolean posix = history.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(history, attributes);
    }
}
