package dev.lockstep.app.stress;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a stress run has for itself: a temporary one, or one that only stress runs have
 * used. Its orders are made up, so a folder with anything else in it is refused.
 */
public final class StressFolder implements AutoCloseable {
    private static final String MARKER = "lockstep-stress";
    private static final String RECEIPTS_PREFIX = "receipts-";

    private final DataFolder folder;
    private final boolean temporary;
    private final FileChannel marker;

    private StressFolder(DataFolder folder, boolean temporary, FileChannel marker) {
        this.folder = folder;
        this.temporary = temporary;
        this.marker = marker;
    }

    /** Returns a new folder, gone when this is closed. */
    public static StressFolder temporary() {
        try {
            DataFolder folder = new DataFolder(Files.createTempDirectory("lockstep-stress-"));
            return new StressFolder(folder, true, locked(folder));
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "cannot make a temporary folder: " + refused + "; name one with --data",
                    refused);
        }
    }

    /** Returns a folder that is new, or that earlier stress runs have used; it stays. */
    public static StressFolder at(DataFolder folder) {
        if (!folder.empty() && !ofStressOnly(folder)) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "stress needs a new or empty folder, or one of an earlier stress run, and "
                            + folder
                            + " has other files; leave --data out for a temporary one");
        }
        try {
            StressFolder used = new StressFolder(folder.made(), false, locked(folder));
            used.removeReceipts();
            return used;
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.USAGE, "cannot write to " + folder + ": " + refused, refused);
        }
    }

    /** Returns the folder. */
    public DataFolder folder() {
        return folder;
    }

    /** Returns the file of the receipts of a process. */
    Path receipts(int process) {
        return folder.path().resolve(RECEIPTS_PREFIX + process);
    }

    /** Returns the log file of a process. */
    File log(int process) {
        return folder.path().resolve("process-" + process + ".log").toFile();
    }

    /** Removes a temporary folder; harmless the second time, which waits for the first. */
    @Override
    public synchronized void close() {
        try {
            marker.close();
            if (temporary) {
                removeAll();
            }
        } catch (IOException refused) {
            throw new CommandEnd(ExitCode.NO, "cannot remove " + folder + ": " + refused, refused);
        }
    }

    /** Returns a folder that got a broker is no longer one of stress runs only. */
    private static boolean ofStressOnly(DataFolder folder) {
        return Files.exists(folder.path().resolve(MARKER)) && !Files.exists(folder.binding());
    }

    private static FileChannel locked(DataFolder folder) throws IOException {
        FileChannel marker =
                FileChannel.open(
                        folder.path().resolve(MARKER),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (lockOf(marker) == null) {
            marker.close();
            throw new CommandEnd(
                    ExitCode.USAGE, "another stress run is using " + folder + ": name another");
        }
        return marker;
    }

    private static @Nullable FileLock lockOf(FileChannel marker) throws IOException {
        try {
            return marker.tryLock();
        } catch (OverlappingFileLockException another) {
            return null;
        }
    }

    private void removeReceipts() throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.list(folder.path())) {
            old = files.filter(file -> named(file).startsWith(RECEIPTS_PREFIX)).toList();
        }
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
    }

    private static String named(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void removeAll() throws IOException {
        if (!Files.exists(folder.path())) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder.path())) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
