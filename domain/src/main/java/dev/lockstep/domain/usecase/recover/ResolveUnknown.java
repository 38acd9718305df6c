package dev.lockstep.domain.usecase.recover;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.close.ExitRoom;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.pretrade.StateCheck;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.submit.OrderSender;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.sync.AcknowledgeOrder;
import java.time.Duration;
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
    private final AcknowledgeOrder acknowledgement;
    private final NeverAcceptedOrders neverAccepted;
    private final ResendOrders resendOrders;
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
        this.sends = sends;
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.policy = policy.forSendsOf(broker.longestSend());
        this.ages = new Ages(clock);
        this.delivery = new OrderSender(repository, broker, ids, clock, watch);
        this.neverAccepted = new NeverAcceptedOrders(repository, clock);
        this.resendOrders =
                new ResendOrders(
                        repository,
                        broker,
                        delivery,
                        new StateCheck(riskControl, watch, clock),
                        new ExitRoom(repository, ids, clock),
                        neverAccepted);
        this.pursueRequests = new PursueRequests(repository, broker, clock);
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
    LookupOutcome resolve(Order order) {
        boolean pastGrace = ages.reached(order, policy.grace());
        return switch (broker.find(order.clientOrderId())) {
            case OrderLookup.Found found ->
                    found.order().isOf(order)
                            ? adopt(order, found)
                            : new LookupOutcome(
                                    order,
                                    "the broker's order differs from ours: " + found.order());
            case OrderLookup.Absent absent ->
                    pastGrace
                            ? absent(order, absent.evidence())
                            : new LookupOutcome(
                                    order, "not at the broker yet, within the grace period");
            case OrderLookup.Unreadable unreadable ->
                    new LookupOutcome(order, unreadable.order().fault().text());
            case OrderLookup.Failed failed -> new LookupOutcome(order, failed.fault().text());
        };
    }

    private LookupOutcome adopt(Order order, OrderLookup.Found found) {
        Optional<OrderUpdate> adoption = acknowledgement.of(order, found.order(), found.evidence());
        if (adoption.isEmpty()) {
            return new LookupOutcome(order, "the broker has it and does not show its legs yet");
        }
        UpdateOutcome outcome = repository.update(adoption.get());
        return outcome instanceof UpdateOutcome.Updated updated
                ? new LookupOutcome(pursueRequests.after(updated), "")
                : LookupOutcome.of(order, outcome);
    }

    private LookupOutcome absent(Order order, Evidence evidence) {
        boolean requested =
                order.replaces() == null
                        && !order.state().cancelWanted()
                        && policy.stillWanted(order.createdAt(), clock.instant());
        if (!delivery.namedHere(order) || !(requested || waitedHere(order))) {
            return neverAccepted.end(order, evidence, "");
        }
        return sends
                ? resendOrders.sendAgain(order, evidence)
                : new LookupOutcome(
                        order, "the broker does not have it; it may be sent again", true);
    }

    /** Returns whether it was held locally for its parent: then its age counts from its release. */
    private static boolean waitedHere(Order order) {
        return (order.parent() != null || Kind.PROTECTION.of(order))
                && order.replaces() == null
                && !order.state().cancelWanted();
    }
}
