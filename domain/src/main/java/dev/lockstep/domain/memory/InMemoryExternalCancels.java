package dev.lockstep.domain.memory;

import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.store.ExternalCancels;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requested cancels of external orders in memory; safe for use by several threads. */
final class InMemoryExternalCancels implements ExternalCancels {
    private final Map<BrokerOrderId, Request> requests = new HashMap<>();

    @Override
    public synchronized void request(Collection<BrokerOrderId> ids, Instant at) {
        if (ids.size() > MAX_REQUESTS) {
            throw new InvalidValueException("ids", ids.size(), "at most " + MAX_REQUESTS);
        }
        ids.forEach(id -> requests.putIfAbsent(id, new Request(id, at)));
    }

    @Override
    public synchronized List<Request> requested() {
        return requests.values().stream()
                .sorted(
                        Comparator.comparing(Request::since)
                                .thenComparing(request -> request.id().value()))
                .limit(MAX_REQUESTS)
                .toList();
    }

    @Override
    public synchronized void end(BrokerOrderId id) {
        requests.remove(id);
    }
}
