package dev.lockstep.persistence.postgres.connection;

import java.time.Duration;
import java.util.Properties;

/**
 * How connections are opened.
 *
 * @param url the driver's address of the servers and the database
 * @param servers the hosts with their ports, for messages
 * @param properties the driver's properties, with the user and the password
 * @param readers the maximum number of reading connections
 * @param deadline the total wait of a call
 */
public record ConnectionSettings(
        String url, String servers, Properties properties, int readers, Duration deadline) {
    /** Returns the address alone: the properties have the password. */
    @Override
    public String toString() {
        return url;
    }
}
