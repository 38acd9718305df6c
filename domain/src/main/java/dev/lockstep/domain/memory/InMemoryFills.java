package dev.lockstep.domain.memory;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.OrderExecutions;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.store.Fills;
import java.time.Instant;
import java.util.ArrayList;
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
    private final List<FillCorrection> corrections = new ArrayList<>();
    private final Set<Step> steps = new HashSet<>();
    private @Nullable Instant completeUntil;

    /** None yet. */
    public InMemoryFills() {}

    @Override
    public synchronized int addAll(List<Fill> more) {
        int before = fills.size();
        for (Fill fill : more) {
            if (!fills.containsKey(fill.executionId())
                    && (steps.add(new Step(fill.brokerOrderId(), fill.cumQty()))
                            || corrected(fill.brokerOrderId()))) {
                fills.put(fill.executionId(), fill);
            }
        }
        return fills.size() - before;
    }

    /**
     * Returns whether an execution of the order was corrected, after which the filled quantity no
     * longer increases with each execution.
     */
    private boolean corrected(BrokerOrderId order) {
        return corrections.stream().anyMatch(each -> each.brokerOrderId().equals(order));
    }

    @Override
    public synchronized List<FillCorrection> correct(List<FillCorrection> more) {
        List<FillCorrection> fresh = new ArrayList<>();
        for (FillCorrection correction : more) {
            if (!executions(correction.brokerOrderId()).knows(correction)) {
                corrections.add(correction);
                fresh.add(correction);
            }
        }
        return fresh;
    }

    @Override
    public synchronized OrderExecutions executions(BrokerOrderId id) {
        return new OrderExecutions(
                fills.values().stream()
                        .filter(fill -> fill.brokerOrderId().equals(id))
                        .sorted(Comparator.comparing(Fill::cumQty))
                        .toList(),
                corrections.stream().filter(each -> each.brokerOrderId().equals(id)).toList());
    }

    @Override
    public synchronized List<Fill> between(Instant from, Instant to) {
        return new OrderExecutions(List.copyOf(fills.values()), corrections)
                .current().stream()
                        .filter(fill -> !fill.transactTime().isBefore(from))
                        .filter(fill -> !fill.transactTime().isAfter(to))
                        .sorted(
                                Comparator.comparing(Fill::transactTime)
                                        .thenComparing(Fill::cumQty))
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

    /** Identifies an execution that has another id. */
    private record Step(BrokerOrderId order, Quantity cumQty) {}
}
