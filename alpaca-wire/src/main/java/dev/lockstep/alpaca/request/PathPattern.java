package dev.lockstep.alpaca.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A path pattern with variables in braces, such as {@code /v2/orders/{id}}. */
public final class PathPattern {
    private final String[] parts;

    public PathPattern(String path) {
        this.parts = path.split("/", -1);
    }

    /**
     * Returns the decoded variables by name, or empty if the path does not match or has a malformed
     * percent escape.
     */
    public Optional<Map<String, String>> match(String path) {
        String[] given = path.split("/", -1);
        if (given.length != parts.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith("{")) {
                String value = decoded(given[i]);
                if (value == null) {
                    return Optional.empty();
                }
                variables.put(parts[i].substring(1, parts[i].length() - 1), value);
            } else if (!parts[i].equals(given[i].replace("%3A", ":"))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /** Returns a decoded segment, null if an escape of it is malformed. */
    private static @Nullable String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            return null;
        }
    }
}
