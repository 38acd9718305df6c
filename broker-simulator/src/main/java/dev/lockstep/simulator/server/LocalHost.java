package dev.lockstep.simulator.server;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request is this machine's own: a web page elsewhere cannot forge the Host header
 * it asks with, and is named in the Origin header of all that it changes.
 */
final class LocalHost {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private LocalHost() {}

    /** Whether no page of another host asks; programs name no origin. */
    static boolean mayAsk(@Nullable String host, @Nullable String origin) {
        return names(host) && (origin == null || names(origin.replaceFirst("^https?://", "")));
    }

    static boolean names(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return NAMES.contains(name);
    }
}
