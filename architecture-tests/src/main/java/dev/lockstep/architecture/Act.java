package dev.lockstep.architecture;

/** What only named places may do, so that the rest of the house gets it handed in. */
public enum Act {
    /** Opens a connection, a socket or a database, or listens on a port. */
    OPENS_CONNECTIONS,
    /** Gives JDBC SQL that is text: settings of a connection, migrations, kept statements. */
    RUNS_SQL_TEXT,
    /** Builds the injector and asks it for objects. */
    WIRES,
    /** Reads the real clock, or lets time pass by sleeping. */
    TELLS_TIME,
    /** Reads the counter of nanoseconds, which measures time and tells none. */
    MEASURES_TIME,
    /** Draws real randomness. */
    DRAWS_CHANCE,
    /** Makes threads and pools of them. */
    STARTS_THREADS,
    /** Writes to the terminal. */
    PRINTS
}
