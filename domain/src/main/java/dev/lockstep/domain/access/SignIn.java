package dev.lockstep.domain.access;

import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A person's sign-in to the screen, or an attempt with a wrong token.
 *
 * @param act what was done
 * @param client the address it came from, 1 to 64 letters, digits, dots, colons, percent signs and
 *     hyphens: an IP address, as far as this machine knows it
 * @param at when
 */
public record SignIn(Act act, String client, Instant at) {
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9.:%-]{1,64}");

    public SignIn {
        if (!CLIENT.matcher(client).matches()) {
            throw new InvalidValueException(
                    "client", client.isEmpty() ? "empty" : client, "an IP address");
        }
    }

    /** What was done. */
    public enum Act {
        /** A session began. */
        SIGNED_IN,
        /** A session was ended by its user. */
        SIGNED_OUT,
        /** The token was wrong. */
        REFUSED
    }
}
