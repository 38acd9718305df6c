package dev.lockstep.domain.memory;

import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.ExecutionId;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.port.Fills;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Executions kept in memory; safe for use by several threads. */
public final class InMemoryFills implements Fills {
    private final Map<ExecutionId, Fill> fills = new HashMap<>();

    /** None yet. */
    public InMemoryFills() {}

    @Override
    public synchronized int addAll(List<Fill> more) {
        int before = fills.size();
        more.forEach(fill -> fills.putIfAbsent(fill.executionId(), fill));
        return fills.size() - before;
    }

    @Override
    public synchronized List<Fill> of(BrokerOrderId id) {
        return fills.values().stream()
                .filter(fill -> fill.brokerOrderId().equals(id))
                .sorted(Comparator.comparing(Fill::cumQty))
                .toList();
    }

    @Override
    public synchronized Optional<Instant> newest() {
        return fills.values().stream().map(Fill::transactTime).max(Instant::compareTo);
    }
}
