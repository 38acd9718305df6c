package dev.lockstep.notifications.config;

import dev.lockstep.domain.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * The server that sends email.
 *
 * @param host its name
 * @param port its port
 * @param encryption how the connection is encrypted
 * @param user the user, null if it requires none
 * @param password the user's password, null without a user
 */
public record MailServerConfig(
        String host,
        int port,
        Encryption encryption,
        @Nullable String user,
        @Nullable ChannelSecret password) {
    /** The largest port. */
    public static final int MAX_PORT = 65_535;

    public MailServerConfig {
        if (port < 1 || port > MAX_PORT) {
            throw new InvalidValueException("port", port, "1 to " + MAX_PORT);
        }
        if ((user == null) != (password == null)) {
            throw new InvalidValueException(
                    "user", user == null ? "absent" : user, "together with a password");
        }
    }

    /** How a connection to a mail server is encrypted. */
    public enum Encryption {
        /** From the first byte. */
        TLS,
        /** After the command STARTTLS, which the server must know. */
        STARTTLS,
        /** Not at all: for a server on this machine. */
        NONE
    }
}
