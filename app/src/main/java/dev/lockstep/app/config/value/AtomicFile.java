package dev.lockstep.app.config.value;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a small file as a whole: a process killed meanwhile leaves the old one. */
public final class AtomicFile {
    /** How a draft's name begins; a killed process leaves it behind. */
    public static final String DRAFT_PREFIX = ".draft-";

    private AtomicFile() {}

    /**
     * Replaces the file, which only its owner may read where the file system has permissions.
     *
     * @throws CommandEnd if the file cannot be written; the old one is unchanged
     */
    public static void write(Path file, String text) {
        try {
            Path draft = Files.createTempFile(file.getParent(), DRAFT_PREFIX, "");
            try {
                fill(draft, text);
                Files.move(
                        draft,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.USAGE, "cannot write " + file + ": " + IoText.of(refused), refused);
        }
    }

    /**
     * Creates the file; if there is one, it is unchanged. The first of several processes wins: the
     * name appears with its whole text, and only once.
     *
     * @throws CommandEnd if the file cannot be written
     */
    public static void create(Path file, String text) {
        try {
            Path draft = Files.createTempFile(file.getParent(), DRAFT_PREFIX, "");
            try {
                fill(draft, text);
                linkOnce(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.USAGE, "cannot write " + file + ": " + IoText.of(refused), refused);
        }
    }

    /** Gives a draft its name too, unless there is a file of that name. */
    public static void linkOnce(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Another process was first; the caller reads what that wrote.
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void fill(Path draft, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
