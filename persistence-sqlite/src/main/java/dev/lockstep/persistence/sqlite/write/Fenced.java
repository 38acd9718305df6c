package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.RepositoryException.Reason;
import dev.lockstep.domain.port.TradingLease.Lease;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.rows.LeaseTable;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;

/**
 * A unit that is written only while its lease is the last one taken: looked up under the write
 * lock, so no other owner can come in between.
 *
 * @param <T> what it gives
 * @param unit what is to be written
 * @param held the lease of the one who writes
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
                                    .orElse("nobody has one")
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
