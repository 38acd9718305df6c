package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.denial.Denial;
import java.time.Instant;
import java.util.List;

/** Records that a claimed order was not sent, and what becomes of it. */
final class UnsentOrders {
    private final OrderRepository repository;
    private final PlatformClock clock;

    UnsentOrders(OrderRepository repository, PlatformClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Returns the result of a submit that was not sent. */
    SubmitResult record(Order unsent, SendRefusal refusal) {
        try {
            Order ended = stored(unsent, refusal, report(refusal));
            return refusal instanceof SendRefusal.TradingRestricted(List<Denial> denials)
                    ? new SubmitResult.Denied(ended, denials)
                    : new SubmitResult.Submitted(ended);
        } catch (RepositoryException failed) {
            return new SubmitResult.Unrecorded(
                    unsent,
                    "it was not sent ("
                            + refusal.text()
                            + "), and that could not be stored: "
                            + failed.getMessage());
        }
    }

    /** Ends a replacement that was never sent, whatever the reason: the old order still works. */
    Order ended(Order unsent, SendRefusal refusal) {
        ExecutionReport report =
                refusal instanceof SendRefusal.CancelRequested
                        ? report(refusal)
                        : new ExecutionReport.Withdrawn("not sent: " + refusal.text());
        return stored(unsent, refusal, report);
    }

    /** Returns the stored order after the refusal; unchanged if it has changed meanwhile. */
    private Order stored(Order unsent, SendRefusal refusal, ExecutionReport report) {
        Instant now = clock.instant();
        UpdateOutcome outcome =
                repository.update(
                        new OrderUpdate(
                                unsent.id(),
                                stored ->
                                        stillClaimed(unsent, stored)
                                                ? stored.apply(report, now)
                                                : stored,
                                Evidence.local("not sent: " + refusal.text())));
        return switch (outcome) {
            case UpdateOutcome.Updated updated -> updated.after();
            case UpdateOutcome.Unchanged same -> same.order();
            case UpdateOutcome.NotFound _, UpdateOutcome.Refused _, UpdateOutcome.RolledBack _ ->
                    unsent;
        };
    }

    /** A requested cancel makes one version more; another claim would make two. */
    private static boolean stillClaimed(Order unsent, Order stored) {
        boolean canceled = stored.state().cancelWanted() && !unsent.state().cancelWanted();
        return stored.version() == unsent.version() + (canceled ? 1 : 0);
    }

    private static ExecutionReport report(SendRefusal refusal) {
        return switch (refusal) {
            case SendRefusal.CancelRequested requested ->
                    new ExecutionReport.CanceledUnsent(
                            "canceled before it was sent: " + requested.text());
            case SendRefusal.TradingRestricted restricted ->
                    new ExecutionReport.Withdrawn(restricted.text());
            case SendRefusal.ClaimTooOld _,
                    SendRefusal.Undecided _,
                    SendRefusal.NotConnected _,
                    SendRefusal.OrderChanged _ ->
                    new ExecutionReport.Throttled("not sent: " + refusal.text());
        };
    }
}
