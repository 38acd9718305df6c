package dev.lockstep.domain.memory;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.ExecutionId;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.port.Fills;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Executions kept in memory; safe for use by several threads. */
public final class InMemoryFills implements Fills {
    private final Map<ExecutionId, Fill> fills = new HashMap<>();
    private final Set<Step> steps = new HashSet<>();
    private @Nullable Instant completeUntil;

    /** None yet. */
    public InMemoryFills() {}

    @Override
    public synchronized int addAll(List<Fill> more) {
        int before = fills.size();
        for (Fill fill : more) {
            if (!fills.containsKey(fill.executionId())
                    && steps.add(new Step(fill.brokerOrderId(), fill.cumQty()))) {
                fills.put(fill.executionId(), fill);
            }
        }
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

    /** By which an execution is known under another id too. */
    private record Step(BrokerOrderId order, Quantity cumQty) {}
}
