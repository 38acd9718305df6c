package dev.lockstep.simulator.server.request;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to the exchange.
 *
 * @param method the HTTP method
 * @param path the path, percent-encoded, such as {@code /v2/orders}
 * @param query the decoded query parameters
 * @param keyId the key id, null if absent
 * @param secret the key's secret, null if absent
 * @param content the body, empty if absent
 */
public record WireRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        @Nullable String keyId,
        @Nullable String secret,
        String content) {
    public WireRequest {
        query = Map.copyOf(query);
    }

    /** Returns the request with its secret masked. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    public ExchangeRequest matched(Map<String, String> parts) {
        return new Matched(this, parts);
    }

    private record Matched(WireRequest request, Map<String, String> parts)
            implements ExchangeRequest {
        @Override
        public String path() {
            return request.path();
        }

        @Override
        public String pathParam(String name) {
            String part = parts.get(name);
            if (part == null) {
                throw new IllegalArgumentException(
                        "path parameter: " + name + " (expected: known)");
            }
            return part;
        }

        @Override
        public @Nullable String queryParam(String name) {
            List<String> values = queryParams(name);
            return values.isEmpty() ? null : values.getFirst();
        }

        @Override
        public Set<String> queryNames() {
            return request.query().keySet();
        }

        @Override
        public List<String> queryParams(String name) {
            return request.query().getOrDefault(name, List.of());
        }

        @Override
        public byte[] bodyAsBytes() {
            return request.content().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String body() {
            return request.content();
        }
    }
}
