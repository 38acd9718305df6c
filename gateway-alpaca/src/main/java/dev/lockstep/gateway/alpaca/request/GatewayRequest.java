package dev.lockstep.gateway.alpaca.request;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request of a bot.
 *
 * @param method the method in capitals
 * @param path the path as sent, percent-encoded, such as {@code /v2/positions/BTC%2FUSD}
 * @param query the decoded query parameters, each with its values in order
 * @param headers the headers; names are matched in any case
 * @param body the body, empty if absent
 */
public record GatewayRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        String body) {
    /** The start of the path of every hook. */
    public static final String HOOKS = "/hooks/";

    public GatewayRequest {
        query = Map.copyOf(query);
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** Returns a header, null if absent. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public String toString() {
        return method + " " + shown(path);
    }

    /** Returns a path for logs, without the secret of a hook. */
    public static String shown(String path) {
        int name = path.startsWith(HOOKS) ? path.indexOf('/', HOOKS.length()) : -1;
        return name < 0 ? path : path.substring(0, name) + "/[redacted]";
    }
}
