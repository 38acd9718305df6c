package dev.lockstep.notifications.connection;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Removes secrets from texts of servers and libraries before anyone sees them.
 *
 * @param secrets the secrets
 */
public record Redaction(List<String> secrets) {
    private static final int MAX_CHARS = 200;
    private static final int MIN_PART_CHARS = 8;

    public Redaction {
        secrets = List.copyOf(secrets);
    }

    /** Returns the redaction of an address: everything after the server, in whole and in parts. */
    public static Redaction of(URI uri, String... more) {
        List<String> secrets = new ArrayList<>(List.of(more));
        String rest = uri.toString().replaceFirst("^[a-z]+://[^/?#]*", "");
        secrets.add(rest);
        Arrays.stream(rest.split("[/?&=#]", -1))
                .filter(part -> part.length() >= MIN_PART_CHARS)
                .forEach(secrets::add);
        secrets.removeIf(secret -> secret.length() <= 1);
        return new Redaction(secrets);
    }

    /** Returns a text in one line, bounded and without secrets. */
    public String clean(String text) {
        String cleaned = text;
        for (String secret : secrets) {
            cleaned = cleaned.replace(secret, "***");
        }
        String line = cleaned.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS - 1) + "…";
    }

    @Override
    public String toString() {
        return "Redaction[***]";
    }
}
