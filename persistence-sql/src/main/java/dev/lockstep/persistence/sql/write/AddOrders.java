package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.OrderAddition;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.OrderTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
            outcomes.add(table.add(addition.order(), addition.evidence()));
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
}
