package dev.lockstep.persistence.sql.write;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.AddOutcome;
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
import java.util.List;

/**
 * Write unit that stores an order to be sent, if its gate approves. The gate's exposure is read
 * under the write lock, so that it is still valid when the order is stored.
 *
 * @param gated the order and its gate
 */
public record IntendOrder(ConditionalInsert gated) implements WriteUnit<IntentOutcome> {
    @Override
    public IntentOutcome run(Session session) throws SQLException {
        Exposure exposure = new ExposureTable(session, gated).read();
        Verdict verdict = InsideWrite.run(() -> gated.gate().apply(exposure));
        return switch (verdict) {
            case Verdict.Approved _ -> approved(session);
            case Verdict.Denied(List<Denial> denials) -> denied(session, denials);
            case Verdict.Undecided undecided -> new IntentOutcome.Undecided(undecided);
        };
    }

    @Override
    public boolean opensOrder() {
        return true;
    }

    private IntentOutcome approved(Session session) throws SQLException {
        return switch (new OrderTable(session).add(gated.intent(), gated.evidence())) {
            case AddOutcome.Added added -> new IntentOutcome.Stored(added.order());
            case AddOutcome.AlreadyThere there -> new IntentOutcome.AlreadyThere(there.order());
        };
    }

    private IntentOutcome denied(Session session, List<Denial> denials) throws SQLException {
        Order denied = gated.intent().denied(Denial.text(denials));
        Evidence evidence = Evidence.local(denied.state().text());
        return switch (new OrderTable(session).add(denied, evidence)) {
            case AddOutcome.Added added -> new IntentOutcome.Denied(added.order(), denials);
            case AddOutcome.AlreadyThere there -> new IntentOutcome.AlreadyThere(there.order());
        };
    }
}
