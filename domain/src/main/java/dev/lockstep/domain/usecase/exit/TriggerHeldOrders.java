package dev.lockstep.domain.usecase.exit;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderPurpose.Remainder;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.close.ExitRoom;
import dev.lockstep.domain.usecase.close.ExitRoom.Room;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.submit.HeldOrders;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Sends locally held exits once their parents have filled, and ends them if the parents ended
 * unfilled or the position is gone. One pass does everything that is due. Passes may be frequent
 * and concurrent, also in several processes: sending an exit claims the version that was read, and
 * all exits sent together never exceed the position.
 *
 * <p>An exit is checked against the position before it is sent. If less is left, it ends, and an
 * exit for the rest takes its place.
 */
public final class TriggerHeldOrders {
    /** Interval of requests while exits wait for their shares. */
    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);

    private final OrderRepository repository;
    private final Broker broker;
    private final PlatformClock clock;
    private final HeldOrders waitingOrders;
    private final SubmitContingentExit submitExit;
    private final EntryChain entries;
    private final ExitRoom exitRoom;
    private volatile boolean waits;
    private volatile long waitsSince;

    /** Builds the use case on its ports. */
    public TriggerHeldOrders(
            OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.waitingOrders = new HeldOrders(repository, broker, ids, clock);
        this.submitExit = new SubmitContingentExit(repository, ids, clock, broker.venue());
        this.entries = new EntryChain(repository);
        this.exitRoom = new ExitRoom(repository, ids, clock);
    }

    /**
     * Runs one pass.
     *
     * @return the orders that were sent or ended, in their current state
     */
    public List<Order> release() {
        List<Order> released = new ArrayList<>();
        List<Exit> due = new ArrayList<>();
        for (Order order : waiting()) {
            OrderId parent = order.parent();
            Optional<Order> entry = parent == null ? Optional.empty() : entries.end(parent);
            if (entry.isPresent() && entry.get().status().closed()) {
                due.add(new Exit(order, entry.get()));
            }
        }
        due.stream()
                .filter(exit -> exit.entry().cumQty().zero())
                .forEach(exit -> released.addAll(ended(exit, unfilled(exit.entry()))));
        due.removeIf(exit -> exit.entry().cumQty().zero());
        if (!due.isEmpty() && checkIsDue()) {
            waits = false;
            PositionSnapshot.atPositions(repository, broker)
                    .ifPresent(
                            snapshot -> due.forEach(exit -> released.addAll(step(exit, snapshot))));
        }
        return released;
    }

    private static String unfilled(Order entry) {
        return "its parent is " + ShownValue.of(entry.status());
    }

    private List<Order> waiting() {
        return new OrderScanner(repository)
                .listed(OrderQuery.all().in(EnumSet.of(OrderStatus.WAITING)));
    }

    private boolean checkIsDue() {
        return !waits || clock.since(waitsSince).compareTo(CHECK_EVERY) >= 0;
    }

    private List<Order> step(Exit exit, PositionSnapshot snapshot) {
        if (replacesAnOpenOne(exit.order())) {
            return List.of();
        }
        return switch (exitRoom.of(exit.order(), exit.entry(), snapshot)) {
            case Room.Gone(String why) -> ended(exit, why);
            case Room.Later(String why) -> later(exit, why);
            case Room.Free(Quantity quantity) ->
                    quantity.equals(exit.order().terms().orderQty())
                            ? sent(exit.order(), snapshot)
                            : shrunk(exit, quantity, snapshot);
        };
    }

    /** The larger one has not ended yet, or a crash has left both sizes: it goes on first. */
    private boolean replacesAnOpenOne(Order order) {
        return order.purpose() instanceof Remainder(OrderId replaced)
                && repository
                        .find(replaced)
                        .filter(larger -> !larger.status().closed())
                        .isPresent();
    }

    private List<Order> sent(Order order, PositionSnapshot snapshot) {
        return waitingOrders.send(order, "its parent has filled", snapshot::permitsOurs).stream()
                .toList();
    }

    private List<Order> later(Exit exit, String why) {
        waits = true;
        waitsSince = clock.nanoTime();
        waitingOrders.explain(exit.order(), why);
        return List.of();
    }

    private List<Order> ended(Exit exit, String why) {
        return waitingOrders.giveUp(exit.order(), why).stream().toList();
    }

    /**
     * The smaller exit is stored first: a crash in between leaves two, and the next pass ends one.
     */
    private List<Order> shrunk(Exit exit, Quantity quantity, PositionSnapshot snapshot) {
        NewOrder terms = exit.order().terms().with(new OrderAmount.ByQuantity(quantity));
        Order smaller = submitExit.storeRest(exit.order(), terms).order();
        List<Order> changed =
                new ArrayList<>(ended(exit, "order " + smaller.id() + " exits what is left"));
        if (smaller.status() == OrderStatus.WAITING) {
            changed.addAll(
                    wasSent(exit.order())
                            ? waitingOrders
                                    .giveUp(smaller, "order " + exit.order().id() + " was sent")
                                    .stream()
                                    .toList()
                            : sent(smaller, snapshot));
        }
        return changed;
    }

    /** Another process has sent the larger one meanwhile. */
    private boolean wasSent(Order larger) {
        return repository.find(larger.id()).filter(now -> now.status().mayBeAtBroker()).isPresent();
    }

    /**
     * An exit whose entry has ended.
     *
     * @param order the exit
     * @param entry the order that it waited for, or the last one in that one's place
     */
    private record Exit(Order order, Order entry) {}
}
