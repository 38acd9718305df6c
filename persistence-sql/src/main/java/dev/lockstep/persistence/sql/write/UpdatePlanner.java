package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.port.store.UpdateOutcome.NotFound;
import dev.lockstep.domain.port.store.UpdateOutcome.Refused;
import dev.lockstep.domain.port.store.UpdateOutcome.Unchanged;
import dev.lockstep.domain.port.store.UpdateOutcome.Updated;
import dev.lockstep.persistence.sql.rows.OrderTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines the outcome of each update of a batch without writing; later updates see earlier ones
 * as applied.
 *
 * <p>Requires the write lock, so that the outcomes are still valid when they are written.
 */
final class UpdatePlanner {
    private final OrderTable table;
    private final Map<OrderId, Order> changed = new HashMap<>();
    private final Map<BrokerOrderId, OrderId> named = new HashMap<>();

    UpdatePlanner(OrderTable table) {
        this.table = table;
    }

    List<UpdateOutcome> outcomes(List<OrderUpdate> updates) throws SQLException {
        List<UpdateOutcome> outcomes = new ArrayList<>(updates.size());
        for (OrderUpdate update : updates) {
            outcomes.add(outcome(update));
        }
        return outcomes;
    }

    private UpdateOutcome outcome(OrderUpdate update) throws SQLException {
        Optional<Order> before = current(update.id());
        if (before.isEmpty()) {
            return new NotFound(update.id());
        }
        UpdateOutcome outcome = checked(before.get(), changed(before.get(), update));
        if (outcome instanceof Updated updated) {
            remember(updated.after());
        }
        return outcome;
    }

    private Optional<Order> current(OrderId id) throws SQLException {
        Order made = changed.get(id);
        return made == null ? table.current(id) : Optional.of(made);
    }

    private static UpdateOutcome changed(Order before, OrderUpdate update) {
        try {
            Order after = InsideWrite.run(() -> update.change().apply(before));
            return after.equals(before) ? new Unchanged(before) : new Updated(before, after);
        } catch (RuntimeException refused) {
            return new Refused(before.id(), String.valueOf(refused.getMessage()));
        }
    }

    private UpdateOutcome checked(Order before, UpdateOutcome outcome) throws SQLException {
        if (!(outcome instanceof Updated updated)) {
            return outcome;
        }
        String fault = fault(before, updated.after());
        return fault == null ? outcome : new Refused(before.id(), fault);
    }

    private @Nullable String fault(Order before, Order after) throws SQLException {
        if (!after.id().equals(before.id()) || after.version() != before.version() + 1) {
            return "version: " + after.version() + " (expected: " + (before.version() + 1) + ")";
        }
        if (!after.sameButForState(before)) {
            return "terms: changed (expected: only the state of an order changes)";
        }
        BrokerOrderId name = after.brokerOrderId();
        if (name == null || name.equals(before.brokerOrderId())) {
            return null;
        }
        Optional<OrderId> holder = holder(name);
        return holder.isEmpty() || holder.get().equals(before.id())
                ? null
                : "brokerOrderId: " + name + " belongs to order " + holder.get();
    }

    private Optional<OrderId> holder(BrokerOrderId name) throws SQLException {
        OrderId inBatch = named.get(name);
        return inBatch == null ? table.idOf(name) : Optional.of(inBatch);
    }

    private void remember(Order after) {
        changed.put(after.id(), after);
        BrokerOrderId name = after.brokerOrderId();
        if (name != null) {
            named.put(name, after.id());
        }
    }
}
