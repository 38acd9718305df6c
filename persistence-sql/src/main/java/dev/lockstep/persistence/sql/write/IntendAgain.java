package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.InsideWrite;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.ExposureTable;
import dev.lockstep.persistence.sql.rows.OrderTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Write unit that turns an order that was never sent back into an intent, if its gate approves
 * under the write lock.
 *
 * @param seen the order as the caller read it
 * @param gated an intent with the same id, and its gate
 * @param at the time of the change
 */
public record IntendAgain(Order seen, ConditionalInsert gated, Instant at)
        implements WriteUnit<IntentOutcome> {
    @Override
    public IntentOutcome run(Session session) throws SQLException {
        OrderTable table = new OrderTable(session);
        Order stored = table.byId(seen.id()).orElse(seen);
        if (stored.version() != seen.version() || !stored.mayBeTriedAgain()) {
            return new IntentOutcome.AlreadyThere(stored);
        }
        Exposure exposure = new ExposureTable(session, gated).read();
        Verdict verdict = InsideWrite.run(() -> gated.gate().apply(exposure));
        return switch (verdict) {
            case Verdict.Approved _ -> {
                Order next = stored.apply(new ExecutionReport.TriedAgain(), at);
                table.update(stored, next, gated.evidence());
                yield new IntentOutcome.Stored(next);
            }
            case Verdict.Denied(List<Denial> denials) -> new IntentOutcome.Denied(stored, denials);
            case Verdict.Undecided undecided -> new IntentOutcome.Undecided(undecided);
        };
    }

    @Override
    public Collection<OrderId> needs() {
        return List.of(seen.id());
    }
}
