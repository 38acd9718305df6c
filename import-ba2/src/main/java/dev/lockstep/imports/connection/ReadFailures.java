package dev.lockstep.imports.connection;

import static java.util.Map.entry;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.sql.SQLException;
import java.util.Map;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Classifies failures of reading by SQLite's result code. */
public final class ReadFailures {
    private static final int PRIMARY_CODE_MASK = 0xff;

    private static final Cause LOCKED =
            new Cause(Reason.LOCK_TIMEOUT, "another process holds the database's lock");
    private static final Cause FULL =
            new Cause(Reason.DISK_FULL, "the disk is full: free some space");
    private static final Cause NOT_WRITABLE =
            new Cause(
                    Reason.READ_ONLY,
                    "the database is not writable: check its and its folder's permissions");
    private static final Cause DAMAGED =
            new Cause(
                    Reason.CORRUPT,
                    "the file is damaged or not a database: name the database of the old platform,"
                            + " or a backup of it");
    private static final Cause NOT_READ =
            new Cause(
                    Reason.IO_ERROR,
                    "reading or writing the file failed: check the disk and the permissions");
    private static final Cause REFUSED = new Cause(Reason.MISUSE, "SQLite refused the statement");

    private static final Map<Integer, Cause> BY_CODE =
            Map.ofEntries(
                    entry(SQLiteErrorCode.SQLITE_BUSY.code, LOCKED),
                    entry(SQLiteErrorCode.SQLITE_LOCKED.code, LOCKED),
                    entry(SQLiteErrorCode.SQLITE_PROTOCOL.code, LOCKED),
                    entry(SQLiteErrorCode.SQLITE_FULL.code, FULL),
                    entry(SQLiteErrorCode.SQLITE_IOERR_SHMSIZE.code, FULL),
                    entry(SQLiteErrorCode.SQLITE_READONLY.code, NOT_WRITABLE),
                    entry(SQLiteErrorCode.SQLITE_PERM.code, NOT_WRITABLE),
                    entry(SQLiteErrorCode.SQLITE_AUTH.code, NOT_WRITABLE),
                    entry(SQLiteErrorCode.SQLITE_CORRUPT.code, DAMAGED),
                    entry(SQLiteErrorCode.SQLITE_NOTADB.code, DAMAGED),
                    entry(SQLiteErrorCode.SQLITE_IOERR.code, NOT_READ),
                    entry(SQLiteErrorCode.SQLITE_CANTOPEN.code, NOT_READ),
                    entry(SQLiteErrorCode.SQLITE_NOMEM.code, NOT_READ),
                    entry(SQLiteErrorCode.SQLITE_NOLFS.code, NOT_READ));

    private ReadFailures() {}

    /** Converts a failure to a {@link RepositoryException} with reason and advice. */
    public static RepositoryException named(String doing, SQLException failure) {
        Cause cause = cause(failure);
        return new RepositoryException(
                cause.reason(),
                doing + ": " + cause.advice() + " (" + failure.getMessage() + ")",
                failure);
    }

    /** Returns the cause of an extended code if it has one of its own, else of its primary code. */
    private static Cause cause(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return REFUSED;
        }
        int code = sqlite.getResultCode().code;
        Cause own = BY_CODE.get(code);
        return own == null ? BY_CODE.getOrDefault(code & PRIMARY_CODE_MASK, REFUSED) : own;
    }

    private record Cause(Reason reason, String advice) {}
}
