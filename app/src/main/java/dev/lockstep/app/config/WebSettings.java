package dev.lockstep.app.config;

import java.util.Optional;
import java.util.Set;

/**
 * Where the screen is served, and to whom.
 *
 * @param port the port, zero for any that is free
 * @param listen the address to listen at
 * @param hosts further names by which browsers reach this machine
 * @param token what clients must show, empty where nobody must; never shown
 */
public record WebSettings(int port, String listen, Set<String> hosts, Optional<String> token) {
    private static final int USUAL_PORT = 8_080;

    public WebSettings {
        hosts = Set.copyOf(hosts);
    }

    /** This machine alone. */
    public static WebSettings usual() {
        return new WebSettings(USUAL_PORT, "127.0.0.1", Set.of(), Optional.empty());
    }

    @Override
    public String toString() {
        return listen + ":" + port;
    }
}
