package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.BrokerOrderId;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.OrderLookup;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.OrderUpdate;
import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.SubmitAnswer;
import dev.lockstep.domain.port.UpdateOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends one stored intent, reads the answer for what it proves, and stores that. */
final class Delivery {
    /** Far below any grace period. */
    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    private static final int MAX_CLAIMS = 3;

    private final OrderRepository repository;
    private final Broker broker;
    private final OrderIds ids;
    private final InstantSource clock;
    private final Legs legs;

    Delivery(OrderRepository repository, Broker broker, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.ids = ids;
        this.clock = clock;
        this.legs = new Legs(repository, broker, ids, clock);
    }

    /**
     * The first time that this order goes out. Storing the intent may have waited long for a lock,
     * and others count the grace period from the intent's time: so an intent that is not fresh any
     * more is claimed anew before it is sent, and is not sent if others have given it up.
     */
    SubmitResult send(Order intent) {
        Optional<Order> ready = namedHere(intent) ? ready(intent) : Optional.empty();
        return ready.isPresent()
                ? record(ready.get(), proof(ready.get(), broker.submit(ready.get())))
                : new SubmitResult.Submitted(repository.find(intent.id()).orElse(intent));
    }

    /** The order, claimed anew where it was not fresh; empty if it may not be sent. */
    Optional<Order> ready(Order intent) {
        Order claimed = intent;
        for (int claims = 0; claims < MAX_CLAIMS && !fresh(claimed); claims++) {
            UpdateOutcome claim =
                    claim(claimed, Evidence.local("storing it took long; about to be sent"));
            if (!(claim instanceof UpdateOutcome.Updated updated)) {
                return Optional.empty();
            }
            claimed = updated.after();
        }
        return fresh(claimed) ? Optional.of(claimed) : Optional.empty();
    }

    /**
     * Whether the order may go out at all: only under a name that was made here. One that came with
     * another platform's book was that one's to send, and is only ever asked about.
     */
    boolean namedHere(Order order) {
        return ids.clientOrderId(order.id()).equals(order.clientOrderId());
    }

    private boolean fresh(Order intent) {
        return clock.instant().isBefore(intent.updatedAt().plus(MAX_AGE));
    }

    /** Marks an order as about to be sent; only one of several claims of a version succeeds. */
    UpdateOutcome claim(Order seen, Evidence evidence) {
        Instant now = clock.instant();
        return repository.update(
                new OrderUpdate(
                        seen.id(),
                        stored ->
                                stored.version() == seen.version()
                                        ? stored.apply(new ExecutionReport.Resent(), now)
                                        : stored,
                        evidence));
    }

    /**
     * The same order once more. A refusal may be of the second try only, while the first one landed
     * late; so it is believed after the broker confirms that it has no such order.
     */
    SubmitResult sendAgain(Order intent) {
        if (!namedHere(intent)) {
            return new SubmitResult.Submitted(intent);
        }
        SubmitAnswer answer = broker.submit(intent);
        return record(
                intent,
                answer instanceof SubmitAnswer.Refused refusal
                        ? lookedUp(intent, rejection(refusal))
                        : proof(intent, answer));
    }

    private Proof proof(Order intent, SubmitAnswer answer) {
        return switch (answer) {
            case SubmitAnswer.Acknowledged acknowledged ->
                    adoption(intent, acknowledged.order(), acknowledged.evidence());
            case SubmitAnswer.Refused refusal ->
                    refusal.reason() == RejectReason.DUPLICATE_CLIENT_ORDER_ID
                            ? lookedUp(intent, null)
                            : rejection(refusal);
            case SubmitAnswer.Throttled throttled ->
                    new Proof(
                            new ExecutionReport.Throttled(throttled.text()),
                            throttled.evidence(),
                            null);
            case SubmitAnswer.Unresolved missing ->
                    new Proof(
                            new ExecutionReport.Unresolved(missing.text()),
                            missing.evidence(),
                            null);
        };
    }

    /** Asks the broker what it has; {@code ifAbsent} is believed only if it has no such order. */
    private Proof lookedUp(Order intent, @Nullable Proof ifAbsent) {
        return switch (broker.find(intent.clientOrderId())) {
            case OrderLookup.Found found -> adoption(intent, found.order(), found.evidence());
            case OrderLookup.Absent absent ->
                    ifAbsent != null
                            ? ifAbsent
                            : unresolved(
                                    "the broker knows the client order id but does not show the"
                                            + " order yet",
                                    absent.evidence());
            case OrderLookup.Failed failed ->
                    unresolved(failed.fault().text(), failed.fault().evidence());
        };
    }

    private static Proof adoption(Order intent, BrokerOrder there, Evidence evidence) {
        return there.isOf(intent)
                ? new Proof(there.report(), evidence, there)
                : unresolved("the broker's order differs from what was sent: " + there, evidence);
    }

    private Proof rejection(SubmitAnswer.Refused refusal) {
        return new Proof(
                new ExecutionReport.Rejected(
                        refusal.reason(), refusal.text() + blockers(refusal.blockedBy())),
                refusal.evidence(),
                null);
    }

    /** The orders that stand in the way, under our names where they are ours. */
    private String blockers(List<BrokerOrderId> blockedBy) {
        return blockedBy.isEmpty()
                ? ""
                : blockedBy.stream()
                        .map(id ->
                                repository
                                        .byBrokerOrderId(id)
                                        .map(ours -> "order " + ours.id())
                                        .orElse("an order sent elsewhere, " + id))
                        .collect(Collectors.joining(", ", " (blocked by ", ")"));
    }

    private static Proof unresolved(String text, Evidence evidence) {
        return new Proof(new ExecutionReport.Unresolved(text), evidence, null);
    }

    private SubmitResult record(Order intent, Proof proof) {
        try {
            Proof kept = withLegs(intent, proof);
            OrderUpdate update =
                    OrderUpdate.applying(
                            intent.id(), kept.report(), clock.instant(), kept.evidence());
            return switch (repository.update(update)) {
                case UpdateOutcome.Updated updated -> new SubmitResult.Submitted(updated.after());
                case UpdateOutcome.Unchanged same -> new SubmitResult.Submitted(same.order());
                case UpdateOutcome.NotFound _ ->
                        new SubmitResult.Unrecorded(intent, "the intent is gone from the store");
                case UpdateOutcome.Refused refused ->
                        new SubmitResult.Unrecorded(intent, refused.text());
                case UpdateOutcome.RolledBack _ ->
                        new SubmitResult.Unrecorded(intent, "rolled back");
            };
        } catch (RepositoryException failed) {
            return new SubmitResult.Unrecorded(intent, String.valueOf(failed.getMessage()));
        }
    }

    private Proof withLegs(Order intent, Proof proof) {
        return proof.there() == null || legs.keep(intent, proof.there(), proof.evidence())
                ? proof
                : unresolved("the broker has it and does not show its legs yet", proof.evidence());
    }

    /** What an answer proves; {@code there} is the broker's order where it showed one. */
    private record Proof(ExecutionReport report, Evidence evidence, @Nullable BrokerOrder there) {}
}
