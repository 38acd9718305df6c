package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Stores what stream events prove: an execution and its order in one write, and events that arrive
 * together in one write too. An event that is outdated, duplicated or out of order changes nothing,
 * and an event of an external order is reported and not stored; its execution is.
 *
 * <p>Thread-safe.
 */
public final class ApplyExecutionReports {
    private final OrderRepository repository;
    private final AcknowledgeOrder acknowledgement;
    private final InstantSource clock;
    private final Consumer<FillCorrection> corrections;

    /**
     * Builds the use case on its ports.
     *
     * @param corrections receives each bust or correction of an execution after everything that
     *     precedes it is stored, and before its order changes
     */
    public ApplyExecutionReports(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            InstantSource clock,
            Consumer<FillCorrection> corrections) {
        this.repository = repository;
        this.clock = clock;
        this.acknowledgement = new AcknowledgeOrder(repository, broker, ids, clock);
        this.corrections = corrections;
    }

    /**
     * Stores what they prove.
     *
     * @param reports the events, first one first, at most {@link OrderRepository#MAX_EXECUTIONS}
     * @return one outcome for each event, in the same order
     * @throws dev.lockstep.domain.port.store.RepositoryException if the store fails; then some of
     *     the first events may be stored, and it is safe to apply all of them again
     */
    public List<ReportOutcome> apply(List<StreamedReport> reports) {
        List<ReportOutcome> outcomes = new ArrayList<>(reports.size());
        List<StreamedReport> together = new ArrayList<>();
        for (StreamedReport report : reports) {
            if (report.takesBack()) {
                outcomes.addAll(stored(together));
                together.clear();
                outcomes.addAll(takenBack(report));
            } else {
                together.add(report);
            }
        }
        outcomes.addAll(stored(together));
        return outcomes;
    }

    /** What it takes back has to be stored first, so it is a write of its own. */
    private List<ReportOutcome> takenBack(StreamedReport report) {
        FillCorrection correction = report.correction();
        if (correction != null) {
            corrections.accept(correction);
        }
        return stored(List.of(report));
    }

    private List<ReportOutcome> stored(List<StreamedReport> reports) {
        List<Plan> plans = reports.stream().map(this::plan).toList();
        List<Fill> executions =
                reports.stream().map(StreamedReport::fill).filter(Objects::nonNull).toList();
        Iterator<UpdateOutcome> updated =
                repository
                        .updateAll(executions, plans.stream().flatMap(Plan::updates).toList())
                        .iterator();
        return plans.stream()
                .map(plan ->
                        switch (plan) {
                            case Plan.Decided(ReportOutcome outcome) -> outcome;
                            case Plan.Update(Order seen, OrderUpdate _) ->
                                    outcome(seen, updated.next());
                        })
                .toList();
    }

    private Plan plan(StreamedReport report) {
        BrokerOrder there = report.order();
        Optional<Order> named = repository.byBrokerOrderId(there.brokerOrderId());
        Optional<Order> ours =
                named.isPresent() ? named : repository.byClientOrderId(there.clientOrderId());
        if (ours.isEmpty()) {
            return new Plan.Decided(new ReportOutcome.NotOurs(there));
        }
        return there.belongsTo(ours.get())
                ? plan(ours.get(), report)
                : new Plan.Decided(
                        new ReportOutcome.Conflict(
                                ours.get(), "the broker's order differs: " + there));
    }

    /** An event that precedes the answer to the submit counts as the answer, and needs the legs. */
    private Plan plan(Order order, StreamedReport report) {
        Optional<OrderUpdate> update =
                report.takesBack() && order.brokerOrderId() != null
                        ? Optional.of(correction(order, report))
                        : acknowledgement.of(order, report.order(), report.evidence());
        return update.<Plan>map(change -> new Plan.Update(order, change))
                .orElseGet(() -> new Plan.Decided(new ReportOutcome.NothingNew(order)));
    }

    /** A bust or a correction that was overtaken by a later report changes nothing. */
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

    private static ReportOutcome outcome(Order seen, UpdateOutcome updated) {
        return switch (updated) {
            case UpdateOutcome.Updated(Order before, Order after) ->
                    new ReportOutcome.Changed(before, after);
            case UpdateOutcome.Unchanged same -> new ReportOutcome.NothingNew(same.order());
            case UpdateOutcome.NotFound _ -> new ReportOutcome.NothingNew(seen);
            case UpdateOutcome.RolledBack _ -> new ReportOutcome.NothingNew(seen);
            case UpdateOutcome.Refused refused -> new ReportOutcome.Conflict(seen, refused.text());
        };
    }

    /** What becomes of an event. */
    private sealed interface Plan {
        /** Returns the change to make, if there is one. */
        default Stream<OrderUpdate> updates() {
            return switch (this) {
                case Decided _ -> Stream.empty();
                case Update(Order _, OrderUpdate change) -> Stream.of(change);
            };
        }

        /** No order changes. */
        record Decided(ReportOutcome outcome) implements Plan {}

        /** An order may change; {@code seen} is how it was read. */
        record Update(Order seen, OrderUpdate change) implements Plan {}
    }
}
