package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.FillTable;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Write unit that keeps executions, and updates the orders that they changed.
 *
 * @param executions the executions; those that are known are left out
 * @param updates the changes, each independent
 */
public record RecordExecutions(List<Fill> executions, List<OrderUpdate> updates)
        implements WriteUnit<List<UpdateOutcome>> {
    public RecordExecutions {
        executions = List.copyOf(executions);
        updates = List.copyOf(updates);
    }

    @Override
    public List<UpdateOutcome> run(Session session) throws SQLException {
        new FillTable(session).insert(executions);
        return changes().run(session);
    }

    @Override
    public int orders() {
        return changes().orders();
    }

    @Override
    public Collection<OrderId> needs() {
        return changes().needs();
    }

    private UpdateOrders changes() {
        return new UpdateOrders(updates, BatchMode.EACH_FOR_ITSELF);
    }
}
