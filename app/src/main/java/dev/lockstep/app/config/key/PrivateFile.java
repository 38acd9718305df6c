package dev.lockstep.app.config.key;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A file with secrets: one that others can read is refused. */
public final class PrivateFile {
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));

    private PrivateFile() {}

    /** Refuses a file that others can read. */
    public static void require(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new CommandEnd(
                    ExitCode.USAGE, file + " can be read by others; run: chmod 600 " + file);
        }
    }

    /** Returns whether only its owner, and at most readers of its group, can read a file. */
    public static boolean hiddenFromOthers(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return !posix
                || Files.getPosixFilePermissions(file).stream()
                        .noneMatch(permission ->
                                permission != PosixFilePermission.GROUP_READ
                                        && OTHERS.contains(permission));
    }

    /** Returns the first line of a file, without space around it. */
    public static String line(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            require(file);
            String line = reader.readLine();
            if (line == null || line.isBlank()) {
                throw new CommandEnd(ExitCode.USAGE, file + " is empty");
            }
            return line.strip();
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "cannot read " + file + ": " + IoText.of(unreadable),
                    unreadable);
        }
    }
}
