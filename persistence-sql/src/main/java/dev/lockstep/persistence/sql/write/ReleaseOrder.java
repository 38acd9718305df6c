package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.BatchMode;
import dev.lockstep.domain.port.store.ConditionalRelease;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.ExposureTable;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Write unit that marks a held order as about to be sent, if its gate approves. The gate's exposure
 * is read under the write lock, so that it is still valid when the order is stored.
 *
 * @param release the order and its gate
 */
public record ReleaseOrder(ConditionalRelease release) implements WriteUnit<UpdateOutcome> {
    @Override
    public UpdateOutcome run(Session session) throws SQLException {
        Exposure exposure = new ExposureTable(session, release.intent()).whole();
        return new UpdateOrders(List.of(release.update(exposure)), BatchMode.EACH_FOR_ITSELF)
                .run(session)
                .getFirst();
    }

    @Override
    public Collection<OrderId> needs() {
        return List.of(release.seen().id());
    }
}
