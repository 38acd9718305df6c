package dev.lockstep.simulator.server.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A path pattern with variables in braces, such as {@code /v2/orders/{id}}. */
public final class PathPattern {
    private final String[] parts;

    public PathPattern(String path) {
        this.parts = path.split("/", -1);
    }

    /** Returns the variables by name, or empty if the path does not match. */
    public Optional<Map<String, String>> match(String path) {
        String[] given = path.split("/", -1);
        if (given.length != parts.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith("{")) {
                variables.put(
                        parts[i].substring(1, parts[i].length() - 1),
                        URLDecoder.decode(given[i].replace("+", "%2B"), StandardCharsets.UTF_8));
            } else if (!parts[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
