package dev.lockstep.imports.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a user reads when a database of another program cannot be read. */
class ReadFailuresTest {
    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY, LOCK_TIMEOUT",
        "SQLITE_BUSY_RECOVERY, LOCK_TIMEOUT",
        "SQLITE_LOCKED, LOCK_TIMEOUT",
        "SQLITE_PROTOCOL, LOCK_TIMEOUT",
        "SQLITE_FULL, DISK_FULL",
        "SQLITE_IOERR_SHMSIZE, DISK_FULL",
        "SQLITE_READONLY_DIRECTORY, READ_ONLY",
        "SQLITE_PERM, READ_ONLY",
        "SQLITE_AUTH, READ_ONLY",
        "SQLITE_CORRUPT, CORRUPT",
        "SQLITE_NOTADB, CORRUPT",
        "SQLITE_IOERR_READ, IO_ERROR",
        "SQLITE_CANTOPEN, IO_ERROR",
        "SQLITE_NOMEM, IO_ERROR",
        "SQLITE_NOLFS, IO_ERROR",
        "SQLITE_ERROR, MISUSE"
    })
    void the_result_code_names_the_reason(SQLiteErrorCode code, Reason reason) {
        assertThat(named(new SQLiteException("x", code)).reason()).isEqualTo(reason);
    }

    @Test
    void a_failure_without_a_result_code_is_a_refused_statement() {
        assertThat(named(new SQLException("x")))
                .hasMessage("reading a.db: SQLite refused the statement (x)")
                .extracting(RepositoryException::reason)
                .isEqualTo(Reason.MISUSE);
    }

    private static RepositoryException named(SQLException failure) {
        return ReadFailures.named("reading a.db", failure);
    }
}
