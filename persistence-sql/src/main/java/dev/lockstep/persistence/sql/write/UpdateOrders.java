package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.OrderTable;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Write unit that updates orders. All outcomes are determined before the first write, so that a
 * refused update leaves no trace.
 *
 * @param updates the changes
 * @param mode whether one failure affects the others
 */
public record UpdateOrders(List<OrderUpdate> updates, BatchMode mode)
        implements WriteUnit<List<UpdateOutcome>> {
    public UpdateOrders {
        updates = List.copyOf(updates);
    }

    @Override
    public List<UpdateOutcome> run(Session session) throws SQLException {
        OrderTable table = new OrderTable(session);
        UpdatePlanner finder = new UpdatePlanner(table);
        List<UpdateOutcome> outcomes = finder.outcomes(updates);
        if (mode == BatchMode.ALL_OR_NOTHING
                && !outcomes.stream().allMatch(UpdateOrders::applied)) {
            return outcomes.stream().map(UpdateOrders::rolledBack).toList();
        }
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof UpdateOutcome.Updated(Order before, Order after)) {
                table.update(before, after, updates.get(i).evidence());
            }
        }
        return outcomes;
    }

    @Override
    public int orders() {
        return updates.size();
    }

    @Override
    public Collection<OrderId> needs() {
        return updates.stream().map(OrderUpdate::id).toList();
    }

    private static boolean applied(UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Updated _, UpdateOutcome.Unchanged _ -> true;
            case UpdateOutcome.NotFound _, UpdateOutcome.Refused _, UpdateOutcome.RolledBack _ ->
                    false;
        };
    }

    private static UpdateOutcome rolledBack(UpdateOutcome outcome) {
        if (outcome instanceof UpdateOutcome.Updated updated) {
            OrderId id = updated.after().id();
            return new UpdateOutcome.RolledBack(id);
        }
        return outcome;
    }
}
