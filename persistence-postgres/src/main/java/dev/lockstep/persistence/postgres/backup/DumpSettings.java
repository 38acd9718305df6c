package dev.lockstep.persistence.postgres.backup;

import java.time.Duration;
import java.util.Map;

/**
 * How PostgreSQL's own programs reach the database.
 *
 * @param environment the variables of libpq, with the password, which other users of this machine
 *     see in the arguments of a process but not in its environment
 * @param schema the schema that is dumped
 * @param lockWait the wait for a lock of a table
 * @param dump the program that dumps: a name on the search path, or a file
 * @param restore the program that reads a dump
 */
public record DumpSettings(
        Map<String, String> environment,
        String schema,
        Duration lockWait,
        String dump,
        String restore) {
    public DumpSettings {
        environment = Map.copyOf(environment);
    }

    /** Returns the schema alone: the environment has the password. */
    @Override
    public String toString() {
        return schema;
    }
}
