package dev.lockstep.simulator.server;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a Host header names this machine: a web page elsewhere cannot forge that. */
final class LocalHost {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private LocalHost() {}

    static boolean names(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return NAMES.contains(name);
    }
}
