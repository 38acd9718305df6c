package dev.lockstep.persistence.postgres;

import dev.lockstep.domain.value.InvalidValueException;
import java.util.Set;

/**
 * A server that may have the database.
 *
 * @param name its name or address, without brackets
 * @param port its port, 1 to 65535
 */
public record PostgresHost(String name, int port) {
    /** The port of a server that names none. */
    public static final int DEFAULT_PORT = 5_432;

    private static final int MAX_PORT = 65_535;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    public PostgresHost {
        if (name.isBlank() || name.chars().anyMatch(c -> "/?#@,[]\"' ".indexOf(c) >= 0)) {
            throw new InvalidValueException("store.host", name, "the name of a host");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new InvalidValueException("store.port", port, "1 to " + MAX_PORT);
        }
    }

    /**
     * Returns the host of its text, such as {@code db1:5433}, {@code db1} or {@code [::1]:5432}.
     */
    static PostgresHost parsed(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') : -1;
        int colon = text.indexOf(':', Math.max(end, 0));
        String name = colon < 0 ? text : text.substring(0, colon);
        String bare = end > 0 ? name.substring(1, name.length() - 1) : name;
        return new PostgresHost(bare, colon < 0 ? DEFAULT_PORT : port(text.substring(colon + 1)));
    }

    /** Returns whether the server is on this machine. */
    boolean loopback() {
        return LOOPBACK.contains(name);
    }

    /** Returns whether both are one server; this machine has several names. */
    boolean isSameAs(PostgresHost other) {
        return port == other.port
                && (name.equalsIgnoreCase(other.name) || (loopback() && other.loopback()));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new InvalidValueException("store.port", text, "1 to " + MAX_PORT);
        }
    }

    @Override
    public String toString() {
        return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
}
