package dev.lockstep.domain.usecase.recover;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.usecase.close.ClosableShares;
import dev.lockstep.domain.usecase.close.ExitRoom;
import dev.lockstep.domain.usecase.close.ExitRoom.Room;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.pretrade.StateCheck;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.submit.OrderSender;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.sync.AcknowledgeOrder;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Determines the outcome of unanswered orders.
 *
 * <p>Each is looked up at the broker by its client order id. If the broker has it, it is adopted.
 * "Not found" is trusted only after the grace period; then the order is resent under the same id
 * while it is recent enough and trading allows it, or ends as never accepted. A replacement is
 * never resent: the old order still works. Nor is an imported order. A failed lookup decides
 * nothing.
 *
 * <p>Thread-safe, also for several processes: every action claims the version that was read.
 */
public final class ResolveUnknown {
    private static final OrderQuery UNANSWERED =
            OrderQuery.all().in(EnumSet.of(OrderStatus.PENDING_SUBMIT, OrderStatus.UNKNOWN));

    private final OrderRepository repository;
    private final Broker broker;
    private final PlatformClock clock;
    private final RecoveryPolicy policy;
    private final Ages ages;
    private final OrderSender delivery;
    private final PursueRequests pursueRequests;
    private final ExitRoom exitRoom;
    private final AcknowledgeOrder acknowledgement;
    private final StateCheck stateCheck;
    private final boolean sends;

    /** Creates a resolver that only queries; it never resends an order. */
    public static ResolveUnknown asking(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            RecoveryPolicy policy) {
        return new ResolveUnknown(
                repository.riskControl(), repository, broker, ids, clock, policy, false);
    }

    /**
     * Builds the use case on its ports. While trading is restricted an order is resent only if it
     * reduces a position.
     */
    public ResolveUnknown(
            OrderRepository repository,
            RiskControl riskControl,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            RecoveryPolicy policy) {
        this(riskControl, repository, broker, ids, clock, policy, true);
    }

    private ResolveUnknown(
            RiskControl riskControl,
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            RecoveryPolicy policy,
            boolean sends) {
        MarketWatch watch = new MarketWatch(broker, MarketData.unavailable(), clock);
        this.stateCheck = new StateCheck(riskControl, watch, clock);
        this.sends = sends;
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.policy = policy.forSendsOf(broker.longestSend());
        this.ages = new Ages(clock);
        this.delivery = new OrderSender(repository, broker, ids, clock, watch);
        this.pursueRequests = new PursueRequests(repository, broker, clock);
        this.exitRoom = new ExitRoom(repository, ids, clock);
        this.acknowledgement = new AcknowledgeOrder(repository, broker, ids, clock);
    }

    /** Runs one pass over all unanswered orders; repeat it, with pauses, until none is left. */
    public Resolution resolve() {
        List<Order> settled = new ArrayList<>();
        List<Resolution.Unresolved> unresolved = new ArrayList<>();
        List<OrderId> asked = new ArrayList<>();
        new OrderScanner(repository)
                .of(
                        UNANSWERED,
                        order -> {
                            asked.add(order.id());
                            resolve(order).into(settled, unresolved);
                        });
        ages.retain(asked);
        return new Resolution(settled, unresolved);
    }

    /**
     * Returns the orders that have been unanswered for some time; the sender of a recent one is
     * about to receive its answer.
     */
    List<Order> unanswered(Duration untouchedFor) {
        List<Order> all = new OrderScanner(repository).listed(UNANSWERED);
        ages.retain(all.stream().map(Order::id).toList());
        return all.stream().filter(order -> ages.reached(order, untouchedFor)).toList();
    }

    /** Looks an unanswered order up and acts on the answer. */
    Finding resolve(Order order) {
        boolean pastGrace = ages.reached(order, policy.grace());
        return switch (broker.find(order.clientOrderId())) {
            case OrderLookup.Found found ->
                    found.order().isOf(order)
                            ? adopt(order, found)
                            : new Finding(
                                    order,
                                    "the broker's order differs from ours: " + found.order());
            case OrderLookup.Absent absent ->
                    pastGrace
                            ? absent(order, absent.evidence())
                            : new Finding(order, "not at the broker yet, within the grace period");
            case OrderLookup.Unreadable unreadable ->
                    new Finding(order, unreadable.order().fault().text());
            case OrderLookup.Failed failed -> new Finding(order, failed.fault().text());
        };
    }

    private Finding adopt(Order order, OrderLookup.Found found) {
        Optional<OrderUpdate> adoption = acknowledgement.of(order, found.order(), found.evidence());
        if (adoption.isEmpty()) {
            return new Finding(order, "the broker has it and does not show its legs yet");
        }
        UpdateOutcome outcome = repository.update(adoption.get());
        return outcome instanceof UpdateOutcome.Updated updated
                ? new Finding(pursueRequests.after(updated), "")
                : finding(order, outcome);
    }

    private Finding absent(Order order, Evidence evidence) {
        boolean requested =
                order.replaces() == null
                        && !order.state().cancelWanted()
                        && policy.stillWanted(order.createdAt(), clock.instant());
        if (!delivery.namedHere(order) || !(requested || waitedHere(order))) {
            return close(order, evidence, "");
        }
        return sends
                ? sendAgain(order, evidence)
                : new Finding(order, "the broker does not have it; it may be sent again", true);
    }

    /** Returns whether it was held locally for its parent: then its age counts from its release. */
    private static boolean waitedHere(Order order) {
        return (order.parent() != null || Kind.PROTECTION.of(order))
                && order.replaces() == null
                && !order.state().cancelWanted();
    }

    private Finding sendAgain(Order order, Evidence evidence) {
        OrderId parent = order.parent();
        if (parent != null) {
            return sendAgainIfRoom(order, parent, evidence);
        }
        return Kind.CLOSING.of(order) || Kind.PROTECTION.of(order)
                ? sendAgainIfHeld(order, evidence)
                : sendAgainIfLet(order, evidence);
    }

    private Finding sendAgainIfLet(Order order, Evidence evidence) {
        List<Denial> denials = stateCheck.denials(order);
        if (denials.isEmpty()) {
            return claimAndSend(order, evidence);
        }
        return temporary(denials)
                ? new Finding(order, "not sent again yet: " + Denial.text(denials))
                : close(order, evidence, "; not sent again: " + Denial.text(denials));
    }

    /**
     * Returns whether only an old sync denies the order. The next sync ends that, as after a
     * process was stopped for a while; until then the order stays unanswered and may grow too old.
     */
    private static boolean temporary(List<Denial> denials) {
        return denials.stream().allMatch(denial -> denial.field().equals(Restriction.SYNC));
    }

    /** Returns an order that closes a position was for what was held then; that may be gone. */
    private Finding sendAgainIfHeld(Order order, Evidence evidence) {
        return switch (broker.positions()) {
            case FetchResult.Failed<FetchedList<Position>>(BrokerFault fault) ->
                    positionUnknown(order, fault);
            case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> positions) -> {
                PositionSnapshot snapshot = PositionSnapshot.only(positions);
                Symbol symbol = order.terms().symbol();
                yield snapshot.unreadable(symbol)
                        .map(item -> positionUnknown(order, item.fault()))
                        .orElseGet(() -> sentAgainIf(stillHeld(order, snapshot), order, evidence));
            }
        };
    }

    private static Finding positionUnknown(Order order, BrokerFault fault) {
        return new Finding(order, "the position cannot be fetched: " + fault.text());
    }

    private Finding sentAgainIf(boolean held, Order order, Evidence evidence) {
        return held
                ? claimAndSend(order, evidence)
                : close(order, evidence, "; not sent again: the position no longer exists");
    }

    /** Returns an exit that waited here was for what its entry had opened; that may be gone. */
    private Finding sendAgainIfRoom(Order order, OrderId parent, Evidence evidence) {
        Optional<Order> entry = new EntryChain(repository).end(parent);
        Optional<PositionSnapshot> snapshot = PositionSnapshot.atPositions(repository, broker);
        if (entry.isEmpty() || snapshot.isEmpty()) {
            return new Finding(order, "the position cannot be fetched");
        }
        return switch (exitRoom.of(order, entry.get(), snapshot.get())) {
            case Room.Free(Quantity free) when free.equals(order.terms().orderQty()) ->
                    claimAndSend(order, evidence);
            case Room.Free(Quantity free) ->
                    close(order, evidence, "; not sent again: only " + free + " is left to close");
            case Room.Gone(String why) -> close(order, evidence, "; not sent again: " + why);
            case Room.Later(String why) -> new Finding(order, why);
        };
    }

    private boolean stillHeld(Order order, PositionSnapshot snapshot) {
        Quantity requested = order.terms().orderQty();
        return requested != null
                && new ClosableShares(repository).of(order.terms(), snapshot).compareTo(requested)
                        >= 0;
    }

    private Finding claimAndSend(Order order, Evidence evidence) {
        return delivery.sendAgain(order, evidence)
                .map(result -> new Finding(result.order(), text(result.order())))
                .orElseGet(() -> new Finding(order, "another caller handles it"));
    }

    private static String text(Order sent) {
        return sent.state().text().isEmpty() ? "sent again, no answer yet" : sent.state().text();
    }

    private Finding close(Order order, Evidence evidence, String why) {
        ExecutionReport never =
                new ExecutionReport.NeverAccepted(
                        "the broker never had it: " + evidence.summary() + why);
        return finding(order, repository.update(ifStill(order, never, evidence)));
    }

    /** Applies a report only if the order is unchanged since it was read. */
    private OrderUpdate ifStill(Order seen, ExecutionReport report, Evidence evidence) {
        Instant now = clock.instant();
        return new OrderUpdate(
                seen.id(),
                stored -> stored.version() == seen.version() ? stored.apply(report, now) : stored,
                evidence);
    }

    private static Finding finding(Order seen, UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Updated updated -> new Finding(updated.after(), "");
            case UpdateOutcome.Unchanged same ->
                    new Finding(same.order(), "another caller handles it");
            case UpdateOutcome.NotFound _ -> new Finding(seen, "missing in the store");
            case UpdateOutcome.Refused refused -> new Finding(seen, refused.text());
            case UpdateOutcome.RolledBack _ -> new Finding(seen, "rolled back");
        };
    }

    /** What is known of an order after it was looked up. */
    record Finding(Order order, String text, boolean needsSend) {
        Finding(Order order, String text) {
            this(order, text, false);
        }

        /** Adds it to the orders that are settled or to those that are not. */
        void into(List<Order> settled, List<Resolution.Unresolved> unresolved) {
            if (order.status().unresolved()) {
                unresolved.add(new Resolution.Unresolved(order, text, needsSend));
            } else {
                settled.add(order);
            }
        }
    }
}
