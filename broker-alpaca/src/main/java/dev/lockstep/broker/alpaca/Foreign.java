package dev.lockstep.broker.alpaca;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once, and not on every poll, what the account holds that we cannot express or understand.
 * Safe for use by several threads.
 */
final class Foreign {
    /** Beyond that many an entry is said again: bounded memory is worth a repeated line. */
    static final int MAX_REMEMBERED = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Foreign.class);

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    void note(String what, String why) {
        if (said.size() >= MAX_REMEMBERED) {
            said.clear();
        }
        if (said.add(what)) {
            LOG.warn("{} cannot be read: {}", what, why);
        }
    }
}
