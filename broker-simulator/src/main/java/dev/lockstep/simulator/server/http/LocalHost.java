package dev.lockstep.simulator.server.http;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes requests from this machine. A web page of another site cannot forge the Host header of
 * its requests, and the Origin header of its changing requests names it.
 */
public final class LocalHost {
    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private LocalHost() {}

    /** Returns whether the request comes from no other site; programs send no Origin header. */
    public static boolean allows(@Nullable String host, @Nullable String origin) {
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
