package dev.lockstep.persistence.postgres.connection;

import dev.lockstep.domain.port.store.RepositoryException.Reason;

/** What a person can do about a failure, by its SQLSTATE. */
final class PostgresAdvice {
    private PostgresAdvice() {}

    /** Returns a sentence. */
    static String of(Reason reason, String state) {
        return switch (state) {
            case "25P03" ->
                    "this process stood still while it wrote, and the server ended its transaction:"
                            + " nothing of it is stored";
            case "28P01", "28000" ->
                    "the server refused the user or the password: check both, and pg_hba.conf";
            case "3D000" -> "the database does not exist: create it, or correct its name";
            case "42501" -> "the user lacks a right: grant it, or use the owner of the schema";
            case "53300" ->
                    "all connections of the server are taken: close other programs' or raise"
                            + " max_connections";
            case "57P03" -> "the server starts or stops: wait, or check its log";
            default -> of(reason);
        };
    }

    private static String of(Reason reason) {
        return switch (reason) {
            case LOCK_TIMEOUT -> "another process holds the database's lock: repeat the call";
            case DISK_FULL -> "the server's disk is full: free some space";
            case READ_ONLY -> "the server is a standby or read-only: connect to the primary";
            case CORRUPT -> "the database is damaged: restore a backup";
            case IO_ERROR ->
                    "the server cannot be reached or does not answer: check it and the network";
            case READ_TIMEOUT -> "the statement was stopped at its deadline";
            case INCOMPATIBLE -> "the database, its schema or the user's rights are not as needed";
            case HALTED,
                    OVERLOADED,
                    REPLACED,
                    COMMIT_UNKNOWN,
                    FENCED,
                    INTERRUPTED,
                    CLOSED,
                    MISUSE ->
                    "PostgreSQL refused the statement";
        };
    }
}
