package dev.lockstep.app.config;

import java.util.Optional;
import java.util.Set;

/**
 * Settings of the web server.
 *
 * @param port the port, zero for any free one
 * @param listen the address to listen on
 * @param hosts further host names of this machine
 * @param token the token of clients, empty if none is required; never shown
 */
public record WebSettings(int port, String listen, Set<String> hosts, Optional<String> token) {
    private static final int USUAL_PORT = 8_080;

    public WebSettings {
        hosts = Set.copyOf(hosts);
    }

    /** This machine alone. */
    public static WebSettings defaults() {
        return new WebSettings(USUAL_PORT, "127.0.0.1", Set.of(), Optional.empty());
    }

    @Override
    public String toString() {
        return listen + ":" + port;
    }
}
