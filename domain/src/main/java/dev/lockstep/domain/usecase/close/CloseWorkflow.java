package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.close.ReleaseShares.Freed;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.usecase.submit.HeldOrders;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the next step of every close: cancels orders that hold the shares, sends the closing order
 * once the shares are free, and protects the rest again. A close that cannot continue records the
 * reason.
 */
final class CloseWorkflow {
    /** A close that waited this long for its shares is no longer wanted. */
    private static final Duration MAX_WAIT = Duration.ofDays(1);

    /** Number of closes of others that may come first before the next step is waited for. */
    private static final int MAX_TURNS = 5;

    private static final String NOBODY_KNOWN =
            "no open order that the broker lists; check the cause at the broker";

    private final OrderRepository repository;
    private final Broker broker;
    private final StoredAges ages;
    private final SyncOrders syncOrders;
    private final CloseChain closes;
    private final ReleaseShares freeShares;
    private final RestoreProtection protectAgain;
    private final HeldOrders waiting;
    private final ClosableShares closable;

    CloseWorkflow(OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        this.repository = repository;
        this.broker = broker;
        this.ages = new StoredAges(clock);
        this.syncOrders = new SyncOrders(repository, broker, ids, clock);
        this.closes = new CloseChain(repository, ids, clock);
        this.freeShares = new ReleaseShares(repository, broker, ids, clock);
        this.protectAgain = new RestoreProtection(repository, broker, ids, clock);
        this.closable = new ClosableShares(repository);
        this.waiting = new HeldOrders(repository, broker, ids, clock);
    }

    /**
     * Takes one step of all closes.
     *
     * @return the orders that were sent or ended, in their current state
     */
    List<Order> all() {
        return pass(OrderQuery.all());
    }

    /** Returns the same for one instrument. */
    List<Order> of(Symbol symbol) {
        return pass(OrderQuery.all().of(symbol));
    }

    private List<Order> pass(OrderQuery query) {
        if (waiting(query).stream().noneMatch(CloseWorkflow::ours)) {
            return List.of();
        }
        Optional<PositionSnapshot> snapshot =
                PositionSnapshot.taken(repository, broker, syncOrders);
        if (snapshot.isEmpty()) {
            return List.of();
        }
        List<Order> changed = new ArrayList<>();
        waiting(query).stream()
                .filter(Kind.CLOSING::of)
                .forEach(request -> changed.addAll(close(request, snapshot.get())));
        List<Order> exits = waiting(query).stream().filter(Kind.PROTECTION::of).toList();
        if (!exits.isEmpty()) {
            snapshot.get()
                    .again(repository, broker)
                    .ifPresent(now ->
                            exits.forEach(exit -> changed.addAll(protectAgain.step(exit, now))));
        }
        return changed;
    }

    private List<Order> waiting(OrderQuery query) {
        return new OrderScanner(repository).listed(query.in(EnumSet.of(OrderStatus.WAITING)));
    }

    private static boolean ours(Order order) {
        return Kind.CLOSING.of(order) || Kind.PROTECTION.of(order);
    }

    private List<Order> close(Order request, PositionSnapshot snapshot) {
        List<Order> changed = new ArrayList<>(takenOver(request));
        changed.addAll(step(request, snapshot));
        return changed;
    }

    /**
     * Ends closes of strategies that wait before a close of the whole account at the market: they
     * may wait for shares that only that one may free, and it closes their parts, too.
     */
    private List<Order> takenOver(Order request) {
        if (!CloseTerms.all(request)
                || request.terms().strategy() != null
                || !(request.terms().type() instanceof OrderType.Market)) {
            return List.of();
        }
        return closes.ahead(request).stream()
                .filter(before -> before.status() == OrderStatus.WAITING)
                .filter(before -> before.terms().strategy() != null)
                .flatMap(before ->
                        gaveUp(before, "order " + request.id() + " closes the whole position")
                                .stream())
                .toList();
    }

    private List<Order> step(Order request, PositionSnapshot snapshot) {
        if (!closes.next(request)) {
            waiting.explain(request, CloseTerms.text(request, "an earlier close has not ended"));
            return List.of();
        }
        Quantity held = closable.of(request.terms(), snapshot);
        Quantity requested = requested(request);
        if (held.compareTo(requested) < 0) {
            return lessLeft(request, held, snapshot);
        }
        if (CloseTerms.all(request) && held.compareTo(requested) > 0) {
            return resized(request, held, snapshot);
        }
        List<Freed> plan = freeShares.plan(request.terms(), held, snapshot);
        List<Denial> denials = freeShares.denials(plan);
        if (!denials.isEmpty()) {
            return gaveUp(
                    request, "the rest could not be protected again: " + Denial.text(denials));
        }
        if (!plan.isEmpty()) {
            freeShares.free(request, plan);
            return later(request, "the cancel of " + named(plan));
        }
        return freeOf(request, snapshot);
    }

    private List<Order> freeOf(Order request, PositionSnapshot snapshot) {
        Quantity free = freeShares.free(request.terms(), snapshot);
        if (free.compareTo(requested(request)) >= 0) {
            return waiting.send(request, "nothing holds the shares", snapshot::permits).stream()
                    .toList();
        }
        List<String> rivals =
                Stream.concat(
                                snapshot.rivals(request.terms()).stream()
                                        .map(there -> there.brokerOrderId().value()),
                                ExitGroup.holding(repository, closes, request.terms()).stream()
                                        .map(group -> group.main().id().value()))
                        .toList();
        return later(
                request,
                "only "
                        + free
                        + " shares are free"
                        + "; others are held by "
                        + (rivals.isEmpty() ? NOBODY_KNOWN : String.join(", ", rivals)));
    }

    private List<Order> later(Order request, String waitsFor) {
        if (ages.reached(request.id().value(), request.createdAt(), MAX_WAIT)) {
            return gaveUp(request, "waited for a day in vain: " + waitsFor);
        }
        waiting.explain(request, CloseTerms.text(request, waitsFor));
        return List.of();
    }

    /** A stop may have closed a part meanwhile. */
    private List<Order> lessLeft(Order request, Quantity held, PositionSnapshot snapshot) {
        return held.zero() || !CloseTerms.all(request)
                ? gaveUp(request, "of the position only " + held + " is left")
                : resized(request, held, snapshot);
    }

    /**
     * Stores the close of the actual quantity first: a crash in between leaves both, one after the
     * other.
     */
    private List<Order> resized(Order request, Quantity held, PositionSnapshot snapshot) {
        Optional<Order> stored = inPlaceOf(request, held);
        if (stored.isEmpty()) {
            return List.of();
        }
        Order other = stored.get();
        List<Order> changed =
                new ArrayList<>(
                        gaveUp(
                                request,
                                "order " + other.id() + " closes the " + held + " that are there"));
        if (!changed.isEmpty() && other.status() == OrderStatus.WAITING) {
            changed.addAll(close(other, snapshot));
        }
        return changed;
    }

    /**
     * Returns the close of the whole that takes this one's place, behind those requested meanwhile;
     * empty if others came first each time.
     */
    private Optional<Order> inPlaceOf(Order request, Quantity held) {
        Optional<Order> whole = closes.wholeBehind(request);
        for (int turn = 0; whole.isEmpty() && turn < MAX_TURNS; turn++) {
            closes.store(
                    CloseTerms.sized(request.terms(), held),
                    true,
                    closes.last(request.terms().symbol()),
                    Evidence.local("close position, of the size that is there"));
            whole = closes.wholeBehind(request);
        }
        return whole;
    }

    private List<Order> gaveUp(Order request, String why) {
        return waiting.giveUp(request, why).stream().toList();
    }

    private static String named(List<Freed> plan) {
        return plan.stream()
                .flatMap(freed -> freed.group().members().stream())
                .map(order -> "order " + order.id())
                .collect(Collectors.joining(", "));
    }

    private static Quantity requested(Order request) {
        return Objects.requireNonNull(request.terms().orderQty(), "a close is by quantity");
    }
}
