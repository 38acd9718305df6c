package dev.lockstep.app.web;

import dev.lockstep.app.tls.ServerCertificate;
import dev.lockstep.domain.value.InvalidValueException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Configuration of the server.
 *
 * @param host the address to listen on
 * @param port the port, zero for any free one
 * @param hosts further host names of this machine
 * @param token the token of clients, empty if none is required
 * @param heartbeat the longest silence of a live-events connection
 * @param certificate the certificate, empty to serve without TLS
 * @param files a folder to serve the screen's files from, empty for the built-in ones
 */
public record WebConfig(
        String host,
        int port,
        Set<String> hosts,
        Optional<String> token,
        Duration heartbeat,
        Optional<ServerCertificate> certificate,
        Optional<Path> files) {
    /** Often enough for proxies, which cut what is silent for a minute, and seldom enough. */
    public static final Duration USUAL_HEARTBEAT = Duration.ofSeconds(10);

    private static final int MAX_PORT = 65_535;
    private static final int MIN_TOKEN_CHARS = 16;

    public WebConfig {
        if (port < 0 || port > MAX_PORT) {
            throw new InvalidValueException("port", port, "0 to " + MAX_PORT);
        }
        hosts = Set.copyOf(hosts);
        if (token.isPresent() && token.get().length() < MIN_TOKEN_CHARS) {
            throw new InvalidValueException(
                    "token", "too short", "at least " + MIN_TOKEN_CHARS + " characters");
        }
        if (token.isEmpty() && !loopback(host)) {
            throw new InvalidValueException(
                    "listen",
                    host,
                    "127.0.0.1, or a token that clients must show: $LOCKSTEP_TOKEN");
        }
    }

    /** Returns whether only this machine can connect. */
    public boolean loopback() {
        return loopback(host);
    }

    /** Returns the scheme of its addresses. */
    String scheme() {
        return certificate.isPresent() ? "https" : "http";
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static boolean loopback(String host) {
        return Set.of("127.0.0.1", "localhost", "::1").contains(host);
    }
}
