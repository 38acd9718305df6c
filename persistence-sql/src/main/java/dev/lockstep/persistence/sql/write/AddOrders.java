package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.OrderAddition;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.OrderTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Write unit that inserts new orders, at most once per idempotency key.
 *
 * @param batch the orders, each with the evidence of its first event
 */
public record AddOrders(List<OrderAddition> batch) implements WriteUnit<List<AddOutcome>> {
    public AddOrders {
        batch = List.copyOf(batch);
    }

    @Override
    public List<AddOutcome> run(Session session) throws SQLException {
        OrderTable table = new OrderTable(session);
        List<AddOutcome> outcomes = new ArrayList<>(batch.size());
        for (OrderAddition addition : batch) {
            outcomes.add(added(table, addition.order(), addition.evidence()));
        }
        return outcomes;
    }

    @Override
    public int orders() {
        return batch.size();
    }

    @Override
    public boolean opensOrder() {
        return batch.stream()
                .anyMatch(addition -> addition.order().status() == OrderStatus.PENDING_SUBMIT);
    }

    /** Inserts first and looks a known key up afterwards, because that is rare. */
    private AddOutcome added(OrderTable table, Order order, Evidence evidence) throws SQLException {
        requireStored(table, "parent", order.parent());
        requireStored(table, "replaces", order.replaces());
        if (table.insert(order, evidence)) {
            return new AddOutcome.Added(order);
        }
        Optional<Order> known = table.byIdempotencyKey(order.idempotencyKey());
        if (known.isPresent()) {
            return new AddOutcome.AlreadyThere(known.get());
        }
        throw new InvalidValueException("orderId", order.id(), "an id not used before");
    }

    private static void requireStored(OrderTable table, String field, @Nullable OrderId id)
            throws SQLException {
        if (id != null && table.current(id).isEmpty()) {
            throw new InvalidValueException(field, id, "the id of a stored order");
        }
    }
}
