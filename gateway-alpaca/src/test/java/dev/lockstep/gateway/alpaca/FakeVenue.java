package dev.lockstep.gateway.alpaca;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.VenueReads;
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
                : new VenueAnswer.Answered(200, "application/json", body);
    }
}
