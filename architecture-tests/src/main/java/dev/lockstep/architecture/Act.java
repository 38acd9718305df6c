package dev.lockstep.architecture;

/**
 * Operations that are allowed in permitted places only; all other code gets their result injected.
 */
public enum Act {
    /** Opening a connection, a socket or a database, or listening on a port. */
    OPENS_CONNECTIONS,
    /** Passing SQL text to JDBC: connection settings, migrations, cached statements. */
    RUNS_SQL_TEXT,
    /** Building the injector and requesting objects from it. */
    WIRES,
    /** Reading the real clock or sleeping. */
    READS_CLOCK,
    /** Reading the nanosecond counter, which measures durations but gives no time of day. */
    MEASURES_TIME,
    /** Drawing real randomness. */
    DRAWS_RANDOMNESS,
    /** Creating threads and thread pools. */
    STARTS_THREADS,
    /** Writing to the terminal. */
    PRINTS
}
