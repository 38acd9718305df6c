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
import org.jspecify.annotations.Nullable;

/** Executions kept in memory; safe for use by several threads. */
public final class InMemoryFills implements Fills {
    private final Map<ExecutionId, Fill> fills = new HashMap<>();
    private @Nullable Instant completeUntil;

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
    public synchronized List<Fill> between(Instant from, Instant to) {
        return fills.values().stream()
                .filter(fill -> !fill.transactTime().isBefore(from))
                .filter(fill -> !fill.transactTime().isAfter(to))
                .sorted(Comparator.comparing(Fill::transactTime).thenComparing(Fill::cumQty))
                .toList();
    }

    @Override
    public synchronized Optional<Instant> completeUntil() {
        return Optional.ofNullable(completeUntil);
    }

    @Override
    public synchronized void completeUntil(Instant time) {
        if (completeUntil == null || time.isAfter(completeUntil)) {
            completeUntil = time;
        }
    }
}
