package dev.lockstep.gateway.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.VenueReads;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A venue with fixed answers. */
final class FakeVenue implements VenueReads {
    private final Map<String, String> bodies = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private boolean down;

    synchronized void answers(String path, String body) {
        bodies.put(path, body);
    }

    synchronized void down(boolean now) {
        down = now;
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized VenueAnswer get(Host host, String path, Map<String, List<String>> query) {
        requests.add(host + " " + path);
        if (down) {
            return new VenueAnswer.Failed(
                    new BrokerFault(
                            BrokerFault.Kind.UNREACHABLE, "no connection", Evidence.local("down")));
        }
        String body = bodies.get(path);
        return body == null
                ? new VenueAnswer.Answered(
                        404, "application/json", "{\"code\":40410000,\"message\":\"not found\"}")
                : new VenueAnswer.Answered(200, "application/json", page(body, query));
    }

    /** A list has pages. */
    private static String page(String body, Map<String, List<String>> query) {
        if (!query.containsKey("page_size")
                || !(WireJson.tree(body).orElseThrow() instanceof ArrayNode all)) {
            return body;
        }
        int size = Integer.parseInt(query.get("page_size").getFirst());
        String token = query.getOrDefault("page_token", List.of("")).getFirst();
        boolean started = token.isEmpty();
        ArrayNode page = WireJson.array();
        for (JsonNode item : all) {
            if (started && page.size() < size) {
                page.add(item);
            }
            started |= item.path("id").asText().equals(token);
        }
        return page.toString();
    }
}
