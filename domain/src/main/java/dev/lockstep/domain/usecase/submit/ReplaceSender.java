package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import dev.lockstep.domain.usecase.sync.AcknowledgeOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sends one stored replacement, reads the answer for what it proves, and stores that. */
public final class ReplaceSender {
    private final OrderRepository repository;
    private final Broker broker;
    private final PlatformClock clock;
    private final GuardedSend guardedSend;
    private final PursueRequests pursueRequests;
    private final AcknowledgeOrder acknowledgement;

    public ReplaceSender(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.guardedSend = new GuardedSend(repository, watch, clock);
        this.pursueRequests = new PursueRequests(repository, broker, clock);
        this.acknowledgement = new AcknowledgeOrder(repository, broker, ids, clock);
    }

    /** Requests the replacement of a claimed order. */
    public ReplaceResult send(Order old, Claim claim) {
        BrokerOrderId id = Objects.requireNonNull(old.brokerOrderId(), "an open order has one");
        return switch (guardedSend.send(claim, new Request(broker, id))) {
            case GuardedSend.Answered<ReplaceAnswer>(Order sent, ReplaceAnswer answer) ->
                    answered(old, id, sent, answer);
            case GuardedSend.Stopped<ReplaceAnswer>(Order unsent, SendRefusal refusal) ->
                    stopped(old, id, unsent, refusal);
            case GuardedSend.Taken<ReplaceAnswer> _ ->
                    new ReplaceResult.Sent(
                            repository.find(claim.order().id()).orElse(claim.order()), old);
        };
    }

    /** The new order ends unsent, and the old one is as the broker has it. */
    private ReplaceResult stopped(Order old, BrokerOrderId id, Order unsent, SendRefusal refusal) {
        try {
            Order ended = new UnsentOrders(repository, clock).ended(unsent, refusal);
            Order settled = settled(old, broker.find(id));
            return refusal instanceof SendRefusal.TradingRestricted(List<Denial> denials)
                    ? new ReplaceResult.Denied(ended, denials)
                    : new ReplaceResult.Sent(ended, settled);
        } catch (RepositoryException failed) {
            return new ReplaceResult.Unrecorded(unsent, String.valueOf(failed.getMessage()));
        }
    }

    private ReplaceResult answered(Order old, BrokerOrderId id, Order sent, ReplaceAnswer answer) {
        // What the broker says of the old order: whether it is replaced, or works as before.
        OrderLookup oldThere = broker.find(id);
        Proof proof = proof(sent, answer, oldThere);
        try {
            Order settled = settled(old, oldThere);
            return switch (stored(sent, proof)) {
                case UpdateOutcome.Updated updated ->
                        new ReplaceResult.Sent(pursueRequests.after(updated), settled);
                case UpdateOutcome.Unchanged same -> new ReplaceResult.Sent(same.order(), settled);
                case UpdateOutcome.NotFound _ ->
                        new ReplaceResult.Unrecorded(sent, "the intent is missing in the store");
                case UpdateOutcome.Refused refused ->
                        new ReplaceResult.Unrecorded(sent, refused.text());
                case UpdateOutcome.RolledBack _ ->
                        new ReplaceResult.Unrecorded(sent, "rolled back");
            };
        } catch (RepositoryException failed) {
            return new ReplaceResult.Unrecorded(sent, String.valueOf(failed.getMessage()));
        }
    }

    private static Replacement replacement(Order intent) {
        Quantity total = Objects.requireNonNull(intent.terms().orderQty(), "checked by the rules");
        return new Replacement(
                intent.clientOrderId(), total, intent.terms().type(), intent.terms().timeInForce());
    }

    private Proof proof(Order intent, ReplaceAnswer answer, OrderLookup oldThere) {
        return switch (answer) {
            case ReplaceAnswer.Accepted accepted ->
                    adoption(intent, accepted.order(), accepted.evidence());
            case ReplaceAnswer.Refused refusal -> refusal(intent, refusal, oldThere);
            case ReplaceAnswer.Absent absent ->
                    new Proof(
                            new ExecutionReport.Rejected(
                                    RejectReason.ORDER_STATE, "the broker has no order to replace"),
                            absent.evidence());
            case ReplaceAnswer.Throttled throttled ->
                    new Proof(
                            new ExecutionReport.NeverAccepted(throttled.text()),
                            throttled.evidence());
            case ReplaceAnswer.Unresolved missing ->
                    new Proof(new ExecutionReport.Unresolved(missing.text()), missing.evidence());
            case ReplaceAnswer.NotSent stopped ->
                    new Proof(
                            new ExecutionReport.NeverAccepted(stopped.refusal().text()),
                            stopped.evidence());
        };
    }

    /**
     * A refusal is believed unless the broker shows that the order was replaced after all: some
     * replacements were made although their answer said no.
     */
    private Proof refusal(Order intent, ReplaceAnswer.Refused refusal, OrderLookup oldThere) {
        boolean landed = refusal.reason() == RejectReason.DUPLICATE_CLIENT_ORDER_ID;
        boolean replaced =
                oldThere instanceof OrderLookup.Found found && found.order().replacedBy() != null;
        Proof rejection =
                new Proof(
                        new ExecutionReport.Rejected(refusal.reason(), refusal.text()),
                        refusal.evidence());
        if (!landed && !replaced) {
            return rejection;
        }
        return switch (broker.find(intent.clientOrderId())) {
            case OrderLookup.Found found -> adoption(intent, found.order(), found.evidence());
            case OrderLookup.Absent absent ->
                    landed
                            ? new Proof(
                                    new ExecutionReport.Unresolved(
                                            "the broker knows the client order id but does not"
                                                    + " show the order yet"),
                                    absent.evidence())
                            : rejection;
            case OrderLookup.Unreadable unreadable ->
                    new Proof(
                            new ExecutionReport.Unresolved(unreadable.order().fault().text()),
                            unreadable.evidence());
            case OrderLookup.Failed failed ->
                    new Proof(
                            new ExecutionReport.Unresolved(failed.fault().text()),
                            failed.fault().evidence());
        };
    }

    private Proof adoption(Order intent, BrokerOrder there, Evidence evidence) {
        if (!there.isOf(intent)) {
            return unresolved("the broker's order differs from what was sent: " + there, evidence);
        }
        return acknowledgement.complete(intent, there, evidence)
                ? new Proof(there.report(), evidence)
                : unresolved("the broker has it and does not show its legs yet", evidence);
    }

    private static Proof unresolved(String text, Evidence evidence) {
        return new Proof(new ExecutionReport.Unresolved(text), evidence);
    }

    private UpdateOutcome stored(Order intent, Proof proof) {
        return repository.update(
                OrderUpdate.applying(
                        intent.id(), proof.report(), clock.instant(), proof.evidence()));
    }

    /** Returns the old order after the lookup; if it could not be looked up, a sync follows. */
    private Order settled(Order old, OrderLookup there) {
        if (!(there instanceof OrderLookup.Found found)) {
            return old;
        }
        UpdateOutcome outcome =
                repository.update(
                        OrderUpdate.applying(
                                old.id(),
                                found.order().report(),
                                clock.instant(),
                                found.evidence()));
        return outcome instanceof UpdateOutcome.Updated updated
                ? pursueRequests.after(updated)
                : outcome.orderOr(old);
    }

    /** The proof in an answer. */
    private record Proof(ExecutionReport report, Evidence evidence) {}

    /** A replace request of the order with this id. */
    record Request(Broker broker, BrokerOrderId id) implements GuardedSend.Request<ReplaceAnswer> {
        @Override
        public ReplaceAnswer send(Order intent, SendGuard guard) {
            return broker.replace(id, replacement(intent), guard);
        }

        @Override
        public Optional<SendRefusal> refusal(ReplaceAnswer answer) {
            return answer instanceof ReplaceAnswer.NotSent notSent
                    ? Optional.of(notSent.refusal())
                    : Optional.empty();
        }
    }
}
