package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import dev.lockstep.domain.usecase.sync.AcknowledgeOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends one stored intent, reads the answer for what it proves, and stores that. */
public final class OrderSender {
    private final OrderRepository repository;
    private final Broker broker;
    private final OrderIds ids;
    private final PlatformClock clock;
    private final AcknowledgeOrder acknowledgement;
    private final GuardedSend guardedSend;
    private final Submission submission;
    private final PursueRequests pursueRequests;

    public OrderSender(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch) {
        this.guardedSend = new GuardedSend(repository, watch, clock);
        this.submission = new Submission(broker);
        this.repository = repository;
        this.broker = broker;
        this.ids = ids;
        this.clock = clock;
        this.pursueRequests = new PursueRequests(repository, broker, clock);
        this.acknowledgement = new AcknowledgeOrder(repository, broker, ids, clock);
    }

    /**
     * Returns the first time that this order is sent. If nothing was sent after all, the stored
     * order says so: canceled where a cancel was requested meanwhile, denied where trading was
     * restricted, and pending where another attempt is due.
     *
     * @param claimedAt the monotonic time right before the intent was made or released
     */
    SubmitResult send(Order intent, long claimedAt) {
        if (!namedHere(intent)) {
            return stored(intent);
        }
        return switch (guardedSend.send(new Claim(intent, claimedAt), submission)) {
            case GuardedSend.Answered<SubmitAnswer>(Order sent, SubmitAnswer answer) ->
                    record(sent, proof(sent, answer));
            case GuardedSend.Stopped<SubmitAnswer>(Order unsent, SendRefusal refusal) ->
                    new UnsentOrders(repository, clock).record(unsent, refusal);
            case GuardedSend.Taken<SubmitAnswer> _ -> stored(intent);
        };
    }

    /** The intent is stored, so a failure to read it does not mean that nothing was sent. */
    private SubmitResult stored(Order intent) {
        try {
            return new SubmitResult.Submitted(repository.find(intent.id()).orElse(intent));
        } catch (RepositoryException failed) {
            return new SubmitResult.Unrecorded(intent, String.valueOf(failed.getMessage()));
        }
    }

    /**
     * Returns whether the order may be sent at all: only under a client order id that was created
     * here. An imported order is only looked up.
     */
    public boolean namedHere(Order order) {
        return ids.clientOrderId(order.id()).equals(order.clientOrderId());
    }

    /**
     * Sends the same order again. A refusal may concern only the second try, while the first one
     * arrived late; so it is trusted only after the broker confirms that it has no such order. If
     * nothing is sent this time, the order stays pending, because the first send may still arrive.
     *
     * @return empty if the order has changed meanwhile
     */
    public Optional<SubmitResult> sendAgain(Order seen, Evidence evidence) {
        long before = clock.nanoTime();
        if (!(guardedSend.claim(seen, evidence) instanceof UpdateOutcome.Updated claimed)) {
            return Optional.empty();
        }
        return sendAgain(new Claim(claimed.after(), before));
    }

    /** Returns the same for an order that is claimed already. */
    public Optional<SubmitResult> sendAgain(Claim claim) {
        return switch (guardedSend.send(claim, submission)) {
            case GuardedSend.Answered<SubmitAnswer>(Order sent, SubmitAnswer answer) ->
                    Optional.of(
                            record(
                                    sent,
                                    answer instanceof SubmitAnswer.Refused refusal
                                            ? lookedUp(sent, rejection(refusal))
                                            : proof(sent, answer)));
            case GuardedSend.Stopped<SubmitAnswer>(Order unsent, SendRefusal refusal) ->
                    Optional.of(record(unsent, notSent(refusal)));
            case GuardedSend.Taken<SubmitAnswer> _ -> Optional.empty();
        };
    }

    private static Proof notSent(SendRefusal refusal) {
        String text = "not sent: " + refusal.text();
        return new Proof(new ExecutionReport.Throttled(text), Evidence.local(text), null);
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
            case SubmitAnswer.NotSent stopped -> notSent(stopped.refusal());
        };
    }

    /** Looks the order up; {@code ifAbsent} counts only if the broker does not have it. */
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
            case OrderLookup.Unreadable unreadable ->
                    unresolved(unreadable.order().fault().text(), unreadable.evidence());
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

    /** Returns the orders that stand in the way, under our names where they are ours. */
    private String blockers(List<BrokerOrderId> blockedBy) {
        return blockedBy.isEmpty()
                ? ""
                : blockedBy.stream()
                        .map(this::blocker)
                        .collect(Collectors.joining(", ", " (blocked by ", ")"));
    }

    /** The refusal counts even while the store cannot say whose order the blocker is. */
    private String blocker(BrokerOrderId id) {
        try {
            return repository
                    .byBrokerOrderId(id)
                    .map(ours -> "order " + ours.id())
                    .orElse("an external order, " + id);
        } catch (RepositoryException unreadable) {
            return "broker order " + id;
        }
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
                case UpdateOutcome.Updated updated ->
                        new SubmitResult.Submitted(pursueRequests.after(updated));
                case UpdateOutcome.Unchanged same -> new SubmitResult.Submitted(same.order());
                case UpdateOutcome.NotFound _ ->
                        new SubmitResult.Unrecorded(intent, "the intent is missing in the store");
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
        return proof.there() == null
                        || acknowledgement.complete(intent, proof.there(), proof.evidence())
                ? proof
                : unresolved("the broker has it and does not show its legs yet", proof.evidence());
    }

    /** The proof in an answer; {@code there} is the broker's order if it was shown. */
    private record Proof(ExecutionReport report, Evidence evidence, @Nullable BrokerOrder there) {}

    /** A submit request. */
    record Submission(Broker broker) implements GuardedSend.Request<SubmitAnswer> {
        @Override
        public SubmitAnswer send(Order order, SendGuard guard) {
            return broker.submit(order, guard);
        }

        @Override
        public Optional<SendRefusal> refusal(SubmitAnswer answer) {
            return answer instanceof SubmitAnswer.NotSent notSent
                    ? Optional.of(notSent.refusal())
                    : Optional.empty();
        }
    }
}
