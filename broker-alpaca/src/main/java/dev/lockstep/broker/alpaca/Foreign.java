package dev.lockstep.broker.alpaca;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each unsupported or unreadable item of the account once, instead of on every poll.
 * Thread-safe.
 */
final class Foreign {
    /**
     * Limit of remembered items; beyond it an item may be logged again, so that memory stays
     * bounded.
     */
    static final int MAX_REMEMBERED = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Foreign.class);

    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    void note(String what, String why) {
        if (logged.size() >= MAX_REMEMBERED) {
            logged.clear();
        }
        if (logged.add(what)) {
            LOG.warn("{} cannot be read: {}", what, why);
        }
    }
}
