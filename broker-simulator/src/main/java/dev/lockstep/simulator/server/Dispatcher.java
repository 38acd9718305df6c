package dev.lockstep.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.alpaca.request.PathPattern;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.server.request.Access.Rule;
import dev.lockstep.simulator.server.request.Routes;
import dev.lockstep.simulator.server.request.VenueAnswer;
import dev.lockstep.simulator.server.request.VenueEndpoint;
import dev.lockstep.simulator.server.request.WireRequest;
import dev.lockstep.simulator.server.route.VenueEndpoints;
import dev.lockstep.simulator.server.venue.ApiKeyRegistry;
import dev.lockstep.simulator.server.venue.ExchangeGate;
import dev.lockstep.simulator.server.venue.RateLimit;
import dev.lockstep.simulator.server.venue.RequestedSymbols;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.OrderJson;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final ApiKeyRegistry keyring;
    private final RateLimit rateLimit;
    private final Map<String, List<Route>> routes = new HashMap<>();

    private record Route(PathPattern path, VenueEndpoint endpoint, Rule rule) {}

    private record Found(Route route, Map<String, String> parts) {}

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
    public Dispatcher(
            ExchangeGate floor,
            OrderJson orderJson,
            ApiKeyRegistry keyring,
            int requestsPerMinute) {
        this.keyring = keyring;
        this.rateLimit = new RateLimit(requestsPerMinute, floor.clock());
        Routes table =
                (method, path, access) ->
                        routes.computeIfAbsent(key(method, path), _ -> new ArrayList<>())
                                .add(
                                        new Route(
                                                new PathPattern(path),
                                                access.endpoint(),
                                                access.rule()));
        VenueEndpoints.register(table, floor, json, orderJson, new RequestedSymbols(floor.clock()));
    }

    /** Handles one request. */
    public Response serve(WireRequest request) {
        Optional<String> account =
                keyring.account(request.keyId(), request.secret())
                        .or(() ->
                                find(request)
                                        .filter(found -> found.route().rule() == Rule.NO_KEY)
                                        .map(_ -> ""));
        if (account.isEmpty()) {
            return response(
                    new VenueAnswer(401, Json.object().put("message", "unauthorized.")), Map.of());
        }
        RateLimit.Allowance allowance = rateLimit.take(account.get());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", Integer.toString(allowance.limit()));
        headers.put("X-RateLimit-Remaining", Integer.toString(allowance.remaining()));
        headers.put("X-RateLimit-Reset", Long.toString(allowance.resetSecond()));
        return response(
                allowance.granted()
                        ? answer(request, account.get())
                        : VenueAnswer.refused(Refusal.tooMany("rate limit exceeded")),
                headers);
    }

    private VenueAnswer answer(WireRequest request, String account) {
        Optional<Found> found = find(request);
        if (found.isEmpty()) {
            return VenueAnswer.refused(Refusal.notFound("endpoint not found."));
        }
        try {
            return found.get()
                    .route()
                    .endpoint()
                    .answer(request.matched(found.get().parts()), account);
        } catch (RefusedRequest refused) {
            return VenueAnswer.refused(refused.refusal());
        }
    }

    private Optional<Found> find(WireRequest request) {
        String key = key(request.method(), request.path());
        for (Route route : routes.getOrDefault(key, List.of())) {
            Optional<Map<String, String>> parts = route.path().match(request.path());
            if (parts.isPresent()) {
                return Optional.of(new Found(route, parts.get()));
            }
        }
        return Optional.empty();
    }

    /** Returns the method and the number of the path's parts, by which routes are found. */
    private static String key(String method, String path) {
        return method + " " + path.chars().filter(letter -> letter == '/').count();
    }

    private Response response(VenueAnswer answer, Map<String, String> headers) {
        JsonNode body = answer.body();
        String text = body == null ? "" : json.text(body);
        return new Response(answer.status(), text, headers);
    }
}
