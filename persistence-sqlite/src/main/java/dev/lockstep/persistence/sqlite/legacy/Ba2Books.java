package dev.lockstep.persistence.sqlite.legacy;

import dev.lockstep.domain.port.legacy.LegacyBook;
import dev.lockstep.domain.port.legacy.LegacyBooks;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.persistence.sqlite.connection.ConnectionFailures;
import dev.lockstep.persistence.sqlite.connection.ForeignDatabase;
import dev.lockstep.persistence.sqlite.connection.NativeLibrary;
import dev.lockstep.persistence.sqlite.connection.Session;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Opens BA2 databases. */
public final class Ba2Books implements LegacyBooks {
    /** The same lock timeout as BA2 itself. */
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(30);

    private final List<Path> nativeFolders;

    /**
     * Creates the factory.
     *
     * @param nativeFolders candidate folders for unpacking SQLite's native library
     */
    public Ba2Books(List<Path> nativeFolders) {
        this.nativeFolders = List.copyOf(nativeFolders);
    }

    @Override
    public LegacyBook open(Path file) {
        NativeLibrary.load(nativeFolders);
        try {
            Session session = new ForeignDatabase(file, BUSY_TIMEOUT).open();
            try {
                return Ba2Book.of(session, file);
            } catch (SQLException | RuntimeException failure) {
                session.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw named(file, failure);
        }
    }

    private static RepositoryException named(Path file, SQLException failure) {
        RepositoryException named = ConnectionFailures.named("reading " + file, failure);
        return switch (named.reason()) {
            case READ_ONLY, IO_ERROR ->
                    new RepositoryException(
                            named.reason(),
                            "reading "
                                    + file
                                    + ": SQLite cannot read it in this folder ("
                                    + failure.getMessage()
                                    + "); copy it, with its -wal file if there is one, into a"
                                    + " folder that you can write to",
                            failure);
            case LOCK_TIMEOUT,
                    READ_TIMEOUT,
                    HALTED,
                    OVERLOADED,
                    DISK_FULL,
                    CORRUPT,
                    INCOMPATIBLE,
                    REPLACED,
                    COMMIT_UNKNOWN,
                    FENCED,
                    INTERRUPTED,
                    CLOSED,
                    MISUSE ->
                    named;
        };
    }
}
