package dev.lockstep.domain.port.maintenance;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;

/**
 * How the store is set up and how it fares, as read back from it.
 *
 * @param location where it is, for a person
 * @param settings what is in force, by name, such as {@code journal_mode} to {@code wal}
 * @param retries how often this process ran a write again because others held the lock
 * @param lockErrors how often a caller in this process was told that the lock could not be had
 * @param findings what a check-up found
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
