package dev.lockstep.gateway.alpaca.request;

import dev.lockstep.alpaca.request.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints by method and path. Thread-safe once filled. */
public final class BotRoutes {
    private final List<Entry> entries = new ArrayList<>();

    /** Adds an endpoint; the first matching one answers. */
    public void add(String method, String path, boolean changes, BotEndpoint endpoint) {
        entries.add(new Entry(method, new PathPattern(path), changes, endpoint));
    }

    /** Adds an endpoint that only reads. */
    public void get(String path, BotEndpoint endpoint) {
        add("GET", path, false, endpoint);
    }

    /** Adds an endpoint that changes something, for which a key must be allowed to trade. */
    public void change(String method, String path, BotEndpoint endpoint) {
        add(method, path, true, endpoint);
    }

    /** Returns the endpoint of a request, empty if there is none. */
    public Optional<Match> find(String method, String path) {
        for (Entry entry : entries) {
            if (entry.method().equals(method)) {
                Optional<Map<String, String>> variables = entry.path().match(path);
                if (variables.isPresent()) {
                    return Optional.of(
                            new Match(entry.changes(), entry.endpoint(), variables.get()));
                }
            }
        }
        return Optional.empty();
    }

    private record Entry(String method, PathPattern path, boolean changes, BotEndpoint endpoint) {}

    /**
     * An endpoint that matches a request.
     *
     * @param changes whether it changes something
     * @param endpoint the endpoint
     * @param variables the decoded variables of the path
     */
    public record Match(boolean changes, BotEndpoint endpoint, Map<String, String> variables) {}
}
