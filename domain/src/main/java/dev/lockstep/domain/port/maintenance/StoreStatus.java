package dev.lockstep.domain.port.maintenance;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;

/**
 * Configuration and state of the store, as read back from it.
 *
 * @param location its location
 * @param settings the settings in force, by name, such as {@code journal_mode} to {@code wal}
 * @param retries the number of writes of this process retried because of locks
 * @param lockErrors the number of lock errors in this process
 * @param findings the findings of a check
 */
public record StoreStatus(
        String location,
        SequencedMap<String, String> settings,
        long retries,
        long lockErrors,
        List<Finding> findings) {
    public StoreStatus {
        settings = Collections.unmodifiableSequencedMap(settings);
        findings = List.copyOf(findings);
    }
}
