package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderPurpose.Protection;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.venue.Venue;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Frees the shares that a close needs: no more orders are canceled than have to be, and what is to
 * take their place is stored before.
 */
final class ReleaseShares {
    private final OrderRepository repository;
    private final Venue venue;
    private final OrderIds ids;
    private final InstantSource clock;
    private final CancelOrder cancelOrder;
    private final CloseChain closes;

    ReleaseShares(OrderRepository repository, Broker broker, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.venue = broker.venue();
        this.ids = ids;
        this.clock = clock;
        this.cancelOrder = new CancelOrder(repository, broker, clock);
        this.closes = new CloseChain(repository, ids, clock);
    }

    /**
     * Returns the orders to cancel for a close; for a strategy's close only orders of that
     * strategy.
     *
     * @param close the terms of the close
     * @param closable the quantity that could be closed
     * @param snapshot the position at the broker
     */
    List<Freed> plan(NewOrder close, Quantity closable, PositionSnapshot snapshot) {
        Quantity held = snapshot.closable(close);
        Quantity requested = requested(close);
        List<ExitGroup> siblings = ExitGroup.holding(repository, closes, close);
        Quantity free = free(close, siblings, snapshot);
        List<ExitGroup> kept = new ArrayList<>(ExitGroup.ofSame(close.strategy(), siblings));
        kept.sort(
                Comparator.comparingInt(ExitGroup::rank).thenComparing(group -> group.main().id()));
        List<ExitGroup> chosen = new ArrayList<>();
        // Free shares of others do not let exits of a strategy trade more than its part.
        while (!kept.isEmpty()
                && (free.min(closable.less(sum(kept, held))).compareTo(requested) < 0
                        || kept.getFirst().ending())) {
            ExitGroup next = kept.removeFirst();
            chosen.add(next);
            free = free.plus(next.leavesQty(held));
        }
        List<Freed> freed = shared(chosen, held, closable.less(requested).less(sum(kept, held)));
        return close.type() instanceof OrderType.Limit
                ? freed.stream().map(Freed::withoutClosedLimit).toList()
                : freed;
    }

    /** Returns the quantity that no order holds, by the broker and by our own orders. */
    Quantity free(NewOrder close, PositionSnapshot snapshot) {
        return free(close, ExitGroup.holding(repository, closes, close), snapshot);
    }

    private static Quantity free(
            NewOrder close, List<ExitGroup> siblings, PositionSnapshot snapshot) {
        Quantity held = snapshot.closable(close);
        return snapshot.available(close).min(held.less(sum(siblings, held)));
    }

    /** Distributes the shares that are left among the exits to restore. */
    private static List<Freed> shared(List<ExitGroup> chosen, Quantity held, Quantity left) {
        List<Freed> freed = new ArrayList<>();
        Quantity rest = left;
        for (ExitGroup group : chosen) {
            // An exit that is already being canceled needs no replacement.
            Quantity cover = group.ending() ? Quantity.ZERO : group.leavesQty(held);
            Quantity mine = cover.min(rest);
            freed.add(new Freed(group, mine, cover.less(mine)));
            rest = rest.less(mine);
        }
        return freed;
    }

    /** Returns the rules that the exits for the rest would break. */
    List<Denial> denials(List<Freed> plan) {
        return plan.stream()
                .filter(freed -> !freed.rest().zero())
                .flatMap(freed ->
                        freed.group().terms().stream().map(terms -> sized(terms, freed.rest())))
                .flatMap(terms -> venue.denials(terms).stream())
                .distinct()
                .toList();
    }

    /** Stores what is to protect again, then asks for the cancels. */
    void free(Order close, List<Freed> plan) {
        List<Order> exits = new ArrayList<>();
        for (Freed freed : plan) {
            add(
                    exits,
                    freed,
                    new Protection(freed.group().main().id(), close.id(), Protection.Part.REST, 1),
                    freed.rest());
            add(
                    exits,
                    freed,
                    new Protection(
                            freed.group().main().id(), close.id(), Protection.Part.CLOSED, 1),
                    freed.closed());
        }
        repository.addAll(exits, Evidence.local("protects again after close " + close.id()));
        plan.stream()
                .flatMap(freed -> freed.group().members().stream())
                .filter(order -> order.status() != OrderStatus.PENDING_CANCEL)
                .forEach(order -> cancelOrder.cancel(order.id()));
    }

    private void add(List<Order> exits, Freed freed, Protection purpose, Quantity quantity) {
        freed.group()
                .terms()
                .filter(_ -> !quantity.zero())
                .ifPresent(terms -> exits.add(waiting(purpose, sized(terms, quantity))));
    }

    private Order waiting(Protection purpose, NewOrder terms) {
        OrderId id = ids.nextOrderId();
        String text = "is to protect again in place of order " + purpose.exit();
        return Order.waiting(
                id,
                ids.clientOrderId(id),
                purpose.key(),
                purpose,
                null,
                terms,
                text,
                clock.instant());
    }

    /** Returns the same exit in another size. */
    Order resized(Order exit, Protection purpose, Quantity quantity) {
        Order other = waiting(purpose.resized(), sized(exit.terms(), quantity));
        return repository
                .add(other, Evidence.local("the size that is needed of order " + exit.id()))
                .order();
    }

    private static NewOrder sized(NewOrder terms, Quantity quantity) {
        return terms.with(new OrderAmount.ByQuantity(quantity));
    }

    private static Quantity requested(NewOrder close) {
        return Objects.requireNonNull(close.orderQty(), "a close is by quantity");
    }

    static Quantity sum(List<ExitGroup> groups, Quantity held) {
        return groups.stream()
                .map(group -> group.leavesQty(held))
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /**
     * Orders that have to be canceled.
     *
     * @param group the orders
     * @param rest how much of the shares that the close leaves they protected
     * @param closed how much of the shares that are to be closed
     */
    record Freed(ExitGroup group, Quantity rest, Quantity closed) {
        /** A close at a limit takes the place of an earlier one, which does not come back. */
        Freed withoutClosedLimit() {
            return CloseChain.rests(group.main()) ? new Freed(group, rest, Quantity.ZERO) : this;
        }
    }
}
