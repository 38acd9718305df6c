package dev.lockstep.app.cli.data;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.value.ShownValue;
import dev.lockstep.imports.ImportNote;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file with every note of an import, one a line, with tabs between the parts. */
final class ImportReport implements AutoCloseable {
    private final @Nullable Writer writer;

    private ImportReport(@Nullable Writer writer) {
        this.writer = writer;
    }

    /** Returns a new file, or none where none is named; one that is there is not written over. */
    static ImportReport in(@Nullable Path file) {
        if (file == null) {
            return new ImportReport(null);
        }
        try {
            ImportReport report =
                    new ImportReport(Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW));
            report.line(List.of("kind", "table", "id", "field", "value", "rule"));
            return report;
        } catch (FileAlreadyExistsException there) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "report: " + file + " (expected: a file that does not exist)",
                    there);
        } catch (IOException refused) {
            throw new CommandEnd(ExitCode.USAGE, "cannot write " + file + ": " + refused, refused);
        }
    }

    void note(ImportNote note) {
        line(
                List.of(
                        ShownValue.of(note.kind()),
                        note.table(),
                        Long.toString(note.id()),
                        note.field(),
                        note.value(),
                        note.rule()));
    }

    private void line(List<String> parts) {
        if (writer == null) {
            return;
        }
        try {
            writer.write(String.join("\t", parts) + "\n");
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    @Override
    public void close() {
        if (writer == null) {
            return;
        }
        try {
            writer.close();
        } catch (IOException failed) {
            throw failed(failed);
        }
    }

    private static CommandEnd failed(IOException failed) {
        return new CommandEnd(
                ExitCode.STORE,
                "the report could not be written: "
                        + failed
                        + "; run the import again, it adds nothing twice",
                failed);
    }
}
