package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.LeaseTable;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

/**
 * Write unit that runs only while its lease is the last one taken. The lease is checked under the
 * write lock, so that no other owner can intervene.
 *
 * @param <T> the result
 * @param unit the unit to run
 * @param held the writer's lease
 */
public record Fenced<T>(WriteUnit<T> unit, Lease held) implements WriteUnit<T> {
    @Override
    public T run(Session session) throws SQLException {
        Optional<Lease> last = new LeaseTable(session).read();
        if (last.isEmpty() || last.get().epoch() != held.epoch()) {
            throw new RepositoryException(
                    Reason.FENCED,
                    "the lease of "
                            + held.owner()
                            + " (epoch "
                            + held.epoch()
                            + ") is over: "
                            + last.map(lease -> lease.owner() + " has epoch " + lease.epoch())
                                    .orElse("no lease is stored")
                            + "; nothing is stored");
        }
        return unit.run(session);
    }

    @Override
    public int orders() {
        return unit.orders();
    }

    @Override
    public boolean opensOrder() {
        return unit.opensOrder();
    }

    @Override
    public Collection<OrderId> needs() {
        return unit.needs();
    }
}
