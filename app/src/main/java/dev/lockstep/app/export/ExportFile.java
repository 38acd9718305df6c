package dev.lockstep.app.export;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file that has its name only once it is whole and on the disk. */
public final class ExportFile {
    private final Path file;
    private final boolean overwrite;

    /**
     * A file that is to be written.
     *
     * @param overwrite whether one that is there may be replaced
     */
    public ExportFile(Path file, boolean overwrite) {
        this.file = file.toAbsolutePath();
        this.overwrite = overwrite;
    }

    /** Writes it; what was there before stays until all is written. */
    public long write(Writing writing) {
        try {
            requireFree();
            Path folder = file.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw end("no folder " + folder, null);
            }
            Path draft = Files.createTempFile(folder, ".lockstep-export-", ".part");
            try {
                long rows = written(draft, writing);
                requireFree();
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                return rows;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException refused) {
            throw end(IoText.of(refused), refused);
        }
    }

    private static long written(Path draft, Writing writing) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                Writer writer =
                        new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
            long rows = writing.to(writer);
            writer.flush();
            channel.force(true);
            return rows;
        }
    }

    private void requireFree() throws IOException {
        if (Files.isDirectory(file)) {
            throw end("it is a folder", null);
        }
        if (!overwrite && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "--overwrite replaces it");
        }
    }

    private CommandEnd end(String why, @Nullable Throwable cause) {
        String text = "cannot write " + file + ": " + why;
        return cause == null
                ? new CommandEnd(ExitCode.USAGE, text)
                : new CommandEnd(ExitCode.USAGE, text, cause);
    }

    /** Writes the rows and says how many. */
    @FunctionalInterface
    public interface Writing {
        /** Writes to it, and does not close it. */
        long to(Writer writer) throws IOException;
    }
}
