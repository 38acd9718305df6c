package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
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
        Optional<PositionSnapshot> look = PositionSnapshot.taken(repository, broker, syncOrders);
        if (look.isEmpty()) {
            return List.of();
        }
        List<Order> changed = new ArrayList<>();
        waiting(query).stream()
                .filter(Kind.CLOSING::of)
                .forEach(wish -> changed.addAll(close(wish, look.get())));
        List<Order> exits = waiting(query).stream().filter(Kind.PROTECTION::of).toList();
        if (!exits.isEmpty()) {
            look.get()
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

    private List<Order> close(Order wish, PositionSnapshot look) {
        if (!closes.next(wish)) {
            waiting.explain(wish, CloseTerms.text(wish, "an earlier close has not ended"));
            return List.of();
        }
        Quantity held = closable.of(wish.terms(), look);
        Quantity wanted = wanted(wish);
        if (held.compareTo(wanted) < 0) {
            return lessLeft(wish, held, look);
        }
        if (CloseTerms.all(wish) && held.compareTo(wanted) > 0) {
            return resized(wish, held, look);
        }
        List<Freed> plan = freeShares.plan(wish.terms(), held, look);
        List<Denial> denials = ReleaseShares.denials(plan);
        if (!denials.isEmpty()) {
            return gaveUp(wish, "the rest could not be protected again: " + Denial.text(denials));
        }
        if (!plan.isEmpty()) {
            freeShares.free(wish, plan);
            return later(wish, "the cancel of " + named(plan));
        }
        return freeOf(wish, look);
    }

    private List<Order> freeOf(Order wish, PositionSnapshot look) {
        Quantity free = freeShares.free(wish.terms(), look);
        if (free.compareTo(wanted(wish)) >= 0) {
            return waiting.send(wish, "nothing holds the shares", look::lets).stream().toList();
        }
        List<String> rivals =
                Stream.concat(
                                look.rivals(wish.terms()).stream()
                                        .map(there -> there.brokerOrderId().value()),
                                ExitGroup.beside(repository, wish.terms()).stream()
                                        .map(group -> group.main().id().value()))
                        .toList();
        return later(
                wish,
                "only "
                        + free
                        + " shares are free"
                        + "; others are held by "
                        + (rivals.isEmpty() ? NOBODY_KNOWN : String.join(", ", rivals)));
    }

    private List<Order> later(Order wish, String waitsFor) {
        if (ages.reached(wish.id().value(), wish.createdAt(), MAX_WAIT)) {
            return gaveUp(wish, "waited for a day in vain: " + waitsFor);
        }
        waiting.explain(wish, CloseTerms.text(wish, waitsFor));
        return List.of();
    }

    /** A stop may have closed a part meanwhile. */
    private List<Order> lessLeft(Order wish, Quantity held, PositionSnapshot look) {
        return held.zero() || !CloseTerms.all(wish)
                ? gaveUp(wish, "of the position only " + held + " is left")
                : resized(wish, held, look);
    }

    /**
     * Stores the close of the actual quantity first: a crash in between leaves both, one after the
     * other.
     */
    private List<Order> resized(Order wish, Quantity held, PositionSnapshot look) {
        NewOrder terms = wish.terms().with(new OrderAmount.ByQuantity(held));
        Order other = closes.store(terms, true, Optional.of(wish));
        List<Order> changed =
                new ArrayList<>(
                        gaveUp(
                                wish,
                                "order " + other.id() + " closes the " + held + " that are there"));
        if (!changed.isEmpty() && other.status() == OrderStatus.WAITING) {
            changed.addAll(close(other, look));
        }
        return changed;
    }

    private List<Order> gaveUp(Order wish, String why) {
        return waiting.giveUp(wish, why).stream().toList();
    }

    private static String named(List<Freed> plan) {
        return plan.stream()
                .flatMap(freed -> freed.group().members().stream())
                .map(order -> "order " + order.id())
                .collect(Collectors.joining(", "));
    }

    private static Quantity wanted(Order wish) {
        return Objects.requireNonNull(wish.terms().orderQty(), "a close is by quantity");
    }
}
