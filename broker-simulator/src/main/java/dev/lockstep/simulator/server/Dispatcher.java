package dev.lockstep.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.RefusedRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Handles requests to the exchange without a web server: the same endpoints, keys and rate limit,
 * by method call.
 */
public final class Dispatcher {
    private final Json json = new Json();
    private final Keyring keyring;
    private final RateLimit rateLimit;
    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, PathPattern path, Endpoint endpoint) {}

    /**
     * A response as it would be sent over HTTP.
     *
     * @param status the HTTP status
     * @param body the body as text, empty if absent
     * @param headers the headers
     */
    public record Response(int status, String body, Map<String, String> headers) {
        public Response {
            headers = Map.copyOf(headers);
        }
    }

    /** Creates a dispatcher for an exchange. */
    public Dispatcher(Floor floor, OrderJson orderJson, Keyring keyring, int requestsPerMinute) {
        this.keyring = keyring;
        this.rateLimit = new RateLimit(requestsPerMinute, floor.clock());
        Routes table =
                (method, path, access) ->
                        routes.add(new Route(method, new PathPattern(path), access.endpoint()));
        Endpoints.register(table, floor, json, orderJson);
    }

    /** Handles one request. */
    public Response serve(WireRequest request) {
        Optional<String> account = keyring.account(request.keyId(), request.secret());
        if (account.isEmpty()) {
            return response(
                    new Answer(401, Json.object().put("message", "unauthorized.")), Map.of());
        }
        RateLimit.Allowance allowance = rateLimit.take(account.get());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", Integer.toString(allowance.limit()));
        headers.put("X-RateLimit-Remaining", Integer.toString(allowance.remaining()));
        headers.put("X-RateLimit-Reset", Long.toString(allowance.resetSecond()));
        return response(
                allowance.granted()
                        ? answer(request, account.get())
                        : Answer.error(429, 42910000, "rate limit exceeded"),
                headers);
    }

    private Answer answer(WireRequest request, String account) {
        for (Route route : routes) {
            Optional<Map<String, String>> parts =
                    route.method().equals(request.method())
                            ? route.path().match(request.path())
                            : Optional.empty();
            if (parts.isPresent()) {
                try {
                    return route.endpoint().answer(request.matched(parts.get()), account);
                } catch (RefusedRequest refused) {
                    return Answer.refused(refused.refusal());
                }
            }
        }
        return Answer.refused(Refusal.notFound("endpoint not found."));
    }

    private Response response(Answer answer, Map<String, String> headers) {
        JsonNode body = answer.body();
        String text = body == null ? "" : json.text(body);
        return new Response(answer.status(), text, headers);
    }
}
