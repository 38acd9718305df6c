package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Stores what a stream event proves. An event that is outdated, duplicated or out of order changes
 * nothing, and an event of an external order is reported and not stored.
 *
 * <p>Thread-safe.
 */
public final class ApplyExecutionReport {
    private final OrderRepository repository;
    private final AcknowledgeOrder acknowledgement;
    private final InstantSource clock;

    /** Builds the use case on its ports. */
    public ApplyExecutionReport(
            OrderRepository repository, Broker broker, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
        this.acknowledgement = new AcknowledgeOrder(repository, broker, ids, clock);
    }

    /** Stores what it proves. */
    public ReportOutcome apply(StreamedReport report) {
        BrokerOrder there = report.order();
        Optional<Order> named = repository.byBrokerOrderId(there.brokerOrderId());
        Optional<Order> ours =
                named.isPresent() ? named : repository.byClientOrderId(there.clientOrderId());
        if (ours.isEmpty()) {
            return new ReportOutcome.NotOurs(there);
        }
        return !there.belongsTo(ours.get())
                ? new ReportOutcome.Conflict(ours.get(), "the broker's order differs: " + there)
                : stored(ours.get(), report);
    }

    /**
     * Stores an event; if it precedes the answer to the submit, it counts as the answer, and needs
     * the legs too.
     */
    private ReportOutcome stored(Order order, StreamedReport report) {
        Optional<OrderUpdate> update =
                report.takesBack() && order.brokerOrderId() != null
                        ? Optional.of(correction(order, report))
                        : acknowledgement.of(order, report.order(), report.evidence());
        return update.isEmpty() ? new ReportOutcome.NothingNew(order) : stored(order, update.get());
    }

    /** Returns a bust or a correction that was overtaken by a later report changes nothing. */
    private OrderUpdate correction(Order order, StreamedReport report) {
        Instant now = clock.instant();
        ExecutionReport.Corrected corrected =
                new ExecutionReport.Corrected(report.order().report());
        return new OrderUpdate(
                order.id(),
                stored -> overtaken(stored, report.order()) ? stored : stored.apply(corrected, now),
                new Evidence(
                        Evidence.Source.CORRECTION,
                        report.evidence().summary(),
                        report.evidence().requestId(),
                        report.evidence().payload()));
    }

    private static boolean overtaken(Order stored, BrokerOrder there) {
        Instant known = stored.state().transactTime();
        return known != null && there.transactTime().isBefore(known);
    }

    private ReportOutcome stored(Order order, OrderUpdate update) {
        return switch (repository.update(update)) {
            case UpdateOutcome.Updated(Order before, Order after) ->
                    new ReportOutcome.Changed(before, after);
            case UpdateOutcome.Unchanged same -> new ReportOutcome.NothingNew(same.order());
            case UpdateOutcome.NotFound _ -> new ReportOutcome.NothingNew(order);
            case UpdateOutcome.RolledBack _ -> new ReportOutcome.NothingNew(order);
            case UpdateOutcome.Refused refused -> new ReportOutcome.Conflict(order, refused.text());
        };
    }
}
