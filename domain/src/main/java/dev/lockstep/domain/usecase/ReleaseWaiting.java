package dev.lockstep.domain.usecase;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.PlatformClock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Sends the exits that wait here once the orders they hang on have filled, and ends them once those
 * have ended without. One pass does all that can be done; to run it often, or in several processes
 * at once, does no harm: whoever sends an exit claims the version it saw.
 *
 * <p>An entry that ended partly filled has opened less than the exit is for: the exit ends, and one
 * for what has filled takes its place.
 */
public final class ReleaseWaiting {
    private final OrderRepository repository;
    private final WaitingOrders waitingOrders;
    private final SubmitExit submitExit;

    /** Builds the use case on its ports. */
    public ReleaseWaiting(
            OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        this.repository = repository;
        this.waitingOrders = new WaitingOrders(repository, broker, ids, clock);
        this.submitExit = new SubmitExit(repository, ids, clock);
    }

    /**
     * One pass.
     *
     * @return the orders that wait no more, as they are now
     */
    public List<Order> release() {
        List<Order> released = new ArrayList<>();
        new EveryPage(repository)
                .listed(OrderQuery.all().in(EnumSet.of(OrderStatus.WAITING)))
                .forEach(order -> released.addAll(resolved(order)));
        return released;
    }

    private List<Order> resolved(Order waiting) {
        OrderId parentId = waiting.parent();
        Optional<Order> parent = parentId == null ? Optional.empty() : end(parentId);
        if (parent.isEmpty() || !parent.get().status().closed()) {
            return List.of();
        }
        Quantity opened = parent.get().cumQty();
        Quantity wanted = waiting.terms().orderQty();
        if (wanted != null && opened.compareTo(wanted) >= 0) {
            return send(waiting).stream().toList();
        }
        if (opened.zero()) {
            return end(waiting, "the order it hung on is " + parent.get().status()).stream()
                    .toList();
        }
        return shrink(waiting, opened);
    }

    /** The order, or the last one in its place: what a chain has filled stands at its end. */
    private Optional<Order> end(OrderId id) {
        Optional<Order> order = repository.find(id);
        Optional<Order> successor =
                repository.replacements(id).stream()
                        .filter(next ->
                                next.status().mayBeAtBroker() || next.brokerOrderId() != null)
                        .filter(next -> next.status() != OrderStatus.REJECTED)
                        .findFirst();
        return successor.isPresent() ? end(successor.get().id()) : order;
    }

    private Optional<Order> send(Order waiting) {
        return waitingOrders.send(waiting, "the order it hung on has filled");
    }

    private Optional<Order> end(Order waiting, String why) {
        return waitingOrders.giveUp(waiting, why);
    }

    /**
     * The smaller exit is stored first: a crash in between leaves two, and the next pass ends one.
     */
    private List<Order> shrink(Order waiting, Quantity opened) {
        OrderId parent = waiting.parent();
        if (parent == null) {
            return List.of();
        }
        NewOrder terms = waiting.terms().with(new OrderAmount.ByQuantity(opened));
        Order smaller =
                submitExit
                        .store(parent, terms, new IdempotencyKey("rest of " + waiting.id()))
                        .order();
        List<Order> changed = new ArrayList<>();
        end(waiting, "order " + smaller.id() + " exits what has filled").ifPresent(changed::add);
        if (smaller.status() == OrderStatus.WAITING) {
            send(smaller).ifPresent(changed::add);
        }
        return changed;
    }
}
