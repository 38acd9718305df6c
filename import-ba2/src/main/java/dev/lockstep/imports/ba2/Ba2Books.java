package dev.lockstep.imports.ba2;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.imports.LegacyBook;
import dev.lockstep.imports.LegacyBooks;
import dev.lockstep.imports.connection.ReadFailures;
import dev.lockstep.imports.connection.ReadOnlyDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Opens databases of BA2, a Python trading platform. */
public final class Ba2Books implements LegacyBooks {
    /** The same lock timeout as BA2 itself. */
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(30);

    @Override
    public LegacyBook open(Path file) {
        try {
            ReadOnlyDatabase database = ReadOnlyDatabase.open(file, BUSY_TIMEOUT);
            try {
                return Ba2Book.of(database, file);
            } catch (SQLException | RuntimeException failure) {
                database.close();
                throw failure;
            }
        } catch (SQLException failure) {
            throw named(file, failure);
        }
    }

    private static RepositoryException named(Path file, SQLException failure) {
        RepositoryException named = ReadFailures.named("reading " + file, failure);
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
