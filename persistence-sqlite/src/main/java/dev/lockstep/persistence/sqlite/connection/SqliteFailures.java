package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.sql.connection.Failures;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Classifies SQLite failures by result code. Message texts differ between versions and are not
 * used.
 */
public final class SqliteFailures implements Failures {
    /** The classification, which has no state. */
    public static final Failures INSTANCE = new SqliteFailures();

    private static final int PRIMARY_CODE_MASK = 0xff;

    private SqliteFailures() {}

    /** Returns whether another connection holds a lock, so that the unit may be run again. */
    @Override
    public boolean busy(Throwable failure) {
        int code = primaryCode(failure);
        return code == SQLiteErrorCode.SQLITE_BUSY.code
                || code == SQLiteErrorCode.SQLITE_LOCKED.code
                || code == SQLiteErrorCode.SQLITE_PROTOCOL.code;
    }

    /**
     * Returns whether a commit that failed this way may still be stored. A failing disk may have
     * written all of it; a full disk has not, because the last page completes the commit.
     */
    @Override
    public boolean mayBeStored(SQLException failure) {
        return primaryCode(failure) == SQLiteErrorCode.SQLITE_IOERR.code
                && !noRoomForSharedMemory(failure);
    }

    /** Returns false: a file has no connection that could be lost. */
    @Override
    public boolean connectionLost(Throwable failure) {
        return false;
    }

    /** Returns whether a rollback failed because SQLite had already rolled back. */
    static boolean nothingToRollBack(SQLException failure) {
        return primaryCode(failure) == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    /** Returns the exception of an interrupted statement. */
    @Override
    public SQLException interrupted() {
        return new SQLiteException("interrupted", SQLiteErrorCode.SQLITE_INTERRUPT);
    }

    /** Converts a failure to a {@link RepositoryException} with reason and advice. */
    @Override
    public RepositoryException named(String doing, SQLException failure) {
        Reason reason =
                noRoomForSharedMemory(failure) ? Reason.DISK_FULL : reason(primaryCode(failure));
        String text = doing + ": " + advice(reason) + " (" + failure.getMessage() + ")";
        return new RepositoryException(reason, text, failure);
    }

    private static int primaryCode(Throwable failure) {
        return failure instanceof SQLiteException named
                ? named.getResultCode().code & PRIMARY_CODE_MASK
                : SQLiteErrorCode.SQLITE_ERROR.code;
    }

    private static boolean noRoomForSharedMemory(SQLException failure) {
        return failure instanceof SQLiteException named
                && named.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
    }

    private static Reason reason(int code) {
        if (code == SQLiteErrorCode.SQLITE_BUSY.code
                || code == SQLiteErrorCode.SQLITE_LOCKED.code
                || code == SQLiteErrorCode.SQLITE_PROTOCOL.code) {
            return Reason.LOCK_TIMEOUT;
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return Reason.DISK_FULL;
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_PERM.code
                || code == SQLiteErrorCode.SQLITE_AUTH.code) {
            return Reason.READ_ONLY;
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Reason.CORRUPT;
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_NOMEM.code
                || code == SQLiteErrorCode.SQLITE_NOLFS.code) {
            return Reason.IO_ERROR;
        }
        if (code == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
            return Reason.READ_TIMEOUT;
        }
        return Reason.MISUSE;
    }

    private static String advice(Reason reason) {
        return switch (reason) {
            case LOCK_TIMEOUT -> "another process holds the database's lock";
            case DISK_FULL -> "the disk is full: free some space";
            case READ_ONLY ->
                    "the database is not writable: check its and its folder's" + " permissions";
            case CORRUPT -> "the file is damaged or not a database: restore a backup";
            case IO_ERROR ->
                    "reading or writing the file failed: check the disk and the" + " permissions";
            case READ_TIMEOUT -> "the statement was stopped at its deadline";
            case HALTED,
                    OVERLOADED,
                    INCOMPATIBLE,
                    REPLACED,
                    COMMIT_UNKNOWN,
                    FENCED,
                    INTERRUPTED,
                    CLOSED,
                    MISUSE ->
                    "SQLite refused the statement";
        };
    }
}
