package dev.lockstep.app.config;

import dev.lockstep.app.config.value.AtomicFile;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.domain.port.store.RepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that holds everything of one account: the database, the simulator's own ledger, and
 * the note of what the folder belongs to.
 *
 * @param path the folder, absolute
 */
public record DataFolder(Path path) {
    /** Names the folder where no option does. */
    public static final String VARIABLE = "LOCKSTEP_DATA";

    private static final String SETTINGS = "settings.properties";
    private static final String NATIVE = "native";
    private static final String KEYS = "alpaca.keys";
    private static final String HISTORY = "shell-history";
    private static final String STORE = "store.address";
    private static final String NOTIFICATIONS = "notifications.properties";
    private static final Set<String> PREPARATIONS =
            Set.of(SETTINGS, NATIVE, KEYS, HISTORY, NOTIFICATIONS);

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * Returns the folder used when none is named: {@code LOCKSTEP_DATA}, else {@code ~/.lockstep}.
     */
    public static DataFolder defaults(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault(VARIABLE, "");
        return new DataFolder(named.isBlank() ? home.resolve(".lockstep") : Path.of(named));
    }

    /** Returns the database. */
    public Path database() {
        return path.resolve("lockstep.db");
    }

    /** Returns the simulator's own folder: its ledger and where it can be reached. */
    public Path exchange() {
        return path.resolve("exchange");
    }

    /** Returns the folder of backups made over REST. */
    public Path backups() {
        return path.resolve("backups");
    }

    /** Returns the file of the binding. */
    public Path binding() {
        return path.resolve("lockstep.properties");
    }

    /** Returns the folder for native libraries if the user's cache is not usable. */
    public Path nativeLibraries() {
        return path.resolve(NATIVE);
    }

    /** Returns the settings file; it may be absent. */
    public Path settings() {
        return path.resolve(SETTINGS);
    }

    /** Where setup writes the keys to the broker; it may be missing. */
    public Path keys() {
        return path.resolve(KEYS);
    }

    /** Returns the file with the channels of notifications; it may be absent. */
    public Path notifications() {
        return path.resolve(NOTIFICATIONS);
    }

    /** The lines typed in the shell; it may be missing. */
    public Path history() {
        return path.resolve(HISTORY);
    }

    /** Returns the file that notes the store of its orders; it may be absent. */
    public Path storeNote() {
        return path.resolve(STORE);
    }

    /** Returns whether there is nothing in it yet but what prepares the first command. */
    public boolean empty() {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .allMatch(name ->
                            name.startsWith(AtomicFile.DRAFT_PREFIX)
                                    || PREPARATIONS.contains(name));
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "cannot read data folder " + path + ": " + IoText.of(unreadable),
                    unreadable);
        }
    }

    /** Creates the folder, readable by its owner only if the file system supports it. */
    public DataFolder made() {
        requireFolder();
        if (Files.isDirectory(path)) {
            return requireWritable();
        }
        try {
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(path);
            }
            return this;
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "cannot make data folder " + path + ": " + IoText.of(refused),
                    refused);
        }
    }

    /**
     * Refuses a folder in which this user cannot make files, as the database needs them.
     *
     * @throws RepositoryException if it exists and is not writable
     */
    public DataFolder requireWritable() {
        if (Files.isDirectory(path) && !Files.isWritable(path)) {
            throw new RepositoryException(
                    RepositoryException.Reason.READ_ONLY,
                    "data folder "
                            + path
                            + " is not writable: give this user write permission, or name another"
                            + " folder with --data");
        }
        return this;
    }

    private void requireFolder() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new CommandEnd(ExitCode.USAGE, "data: " + path + " (expected: a folder)");
        }
    }

    /** Returns the free space of its disk; unlimited if it cannot be measured. */
    public long freeBytes() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    /** Returns the noted store of its orders; empty if none is noted. */
    public Optional<String> ordersElsewhere() {
        try {
            return Files.exists(storeNote())
                    ? Optional.of(Files.readString(storeNote()).strip())
                            .filter(noted -> !noted.isEmpty())
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "cannot read " + storeNote() + ": " + IoText.of(unreadable),
                    unreadable);
        }
    }

    /** Refuses a command that names no store, if the orders are in a noted one. */
    public void requireNoOtherStore() {
        ordersElsewhere()
                .ifPresent(noted -> {
                    throw new CommandEnd(
                            ExitCode.USAGE,
                            "the orders of data folder "
                                    + path
                                    + " are in "
                                    + noted
                                    + ": name it with --store, or copy them back with 'store"
                                    + " copy'");
                });
    }

    /** Returns whether anything has been stored in it. */
    public boolean hasDatabase() {
        return Files.exists(database());
    }

    /** Refuses a folder in which nothing has been stored. */
    public DataFolder requireDatabase() {
        requireFolder();
        if (!hasDatabase()) {
            requireNoOtherStore();
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "no database in "
                            + path
                            + ": name another folder with --data; 'run' and 'order"
                            + " submit' create one");
        }
        return this;
    }

    /**
     * Refuses a folder that was never one of ours. One without a database is, if a process that was
     * about to make the database was killed.
     */
    public DataFolder requireOurs() {
        boolean ours = Files.isDirectory(path) && (Files.exists(binding()) || empty());
        return ours ? this : requireDatabase();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
