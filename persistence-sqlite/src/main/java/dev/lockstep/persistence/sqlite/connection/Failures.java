package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Reads what a failure means from SQLite's result code, never from its text: the texts differ
 * between versions.
 */
public final class Failures {
    private static final int PRIMARY_CODE_MASK = 0xff;

    private Failures() {}

    /** Whether somebody else holds a lock, so that the whole unit may be run again. */
    public static boolean busy(Throwable failure) {
        int code = primaryCode(failure);
        return code == SQLiteErrorCode.SQLITE_BUSY.code
                || code == SQLiteErrorCode.SQLITE_LOCKED.code
                || code == SQLiteErrorCode.SQLITE_PROTOCOL.code;
    }

    /** Whether a row broke a rule of the schema. */
    public static boolean constraint(SQLException failure) {
        return primaryCode(failure) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    /**
     * Whether a commit that failed like this may be found stored later: a disk that fails may have
     * written all of it. A full one has not, for the last page is what makes it a commit.
     */
    public static boolean mayBeStored(SQLException failure) {
        return primaryCode(failure) == SQLiteErrorCode.SQLITE_IOERR.code
                && !noRoomForSharedMemory(failure);
    }

    /** Whether a rollback failed because SQLite had rolled back by itself. */
    static boolean nothingToRollBack(SQLException failure) {
        return primaryCode(failure) == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    /** What SQLite says of a statement that was ended from outside. */
    public static SQLException interrupted() {
        return new SQLiteException("interrupted", SQLiteErrorCode.SQLITE_INTERRUPT);
    }

    /** The failure as the port names it. */
    public static RepositoryException named(String doing, SQLException failure) {
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
            case DISK_FULL -> "no room is left: free some space on the disk";
            case READ_ONLY ->
                    "the database may not be written to: check its and its folder's"
                            + " permissions";
            case CORRUPT -> "the file is damaged or is no database: restore a backup";
            case IO_ERROR ->
                    "reading or writing the file failed: check the disk and the" + " permissions";
            case READ_TIMEOUT -> "it was stopped at its deadline";
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
