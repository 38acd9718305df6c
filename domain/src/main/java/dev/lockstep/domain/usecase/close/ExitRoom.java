package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.StrategyHoldings;
import dev.lockstep.domain.risk.PositionRoom;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The quantity that an exit may trade once its parent has ended: the parent's fills less its other
 * exits, at most the position locally and at the broker less what other orders of the same side
 * hold.
 */
public final class ExitRoom {
    /**
     * The broker's positions may lag behind its fills; within this time a smaller position proves
     * nothing.
     */
    public static final Duration BROKER_LAG = Duration.ofSeconds(30);

    /** Longer than any weekend with holidays; after it, the exit is no longer considered wanted. */
    public static final Duration MAX_AGE = Duration.ofDays(5);

    private static final String EXPIRED = " ended more than 5 days ago";

    private final OrderRepository repository;
    private final StoredAges ages;
    private final HoldingsByStrategy holdings;
    private final CloseChain closes;

    public ExitRoom(OrderRepository repository, OrderIds ids, PlatformClock clock) {
        this.repository = repository;
        this.ages = new StoredAges(clock);
        this.holdings = new HoldingsByStrategy(repository);
        this.closes = new CloseChain(repository, ids, clock);
    }

    /** The quantity of a held exit that may be sent now. */
    public sealed interface Room {
        /**
         * The exit may be sent.
         *
         * @param quantity how much of it; above zero and at most its own quantity
         */
        record Free(Quantity quantity) implements Room {}

        /**
         * The exit must never be sent.
         *
         * @param why the reason, in words
         */
        record Gone(String why) implements Room {}

        /**
         * The exit must not be sent yet.
         *
         * @param why the reason, in words
         */
        record Later(String why) implements Room {}
    }

    /** Returns whether an exit ended unsent because the order it waited for ended too long ago. */
    public static boolean expired(Order exit) {
        return exit.parent() != null
                && exit.status() == OrderStatus.CANCELED
                && exit.brokerOrderId() == null
                && exit.state().text().endsWith(EXPIRED);
    }

    /** Decides whether a held exit is sent now, later or never, and for which quantity. */
    public Room of(Order exit, Order entry, PositionSnapshot snapshot) {
        if (ages.reached(entry.id().value(), entry.updatedAt(), MAX_AGE)) {
            return new Room.Gone("order " + entry.id() + EXPIRED);
        }
        Quantity left = entry.cumQty().less(taken(exit));
        if (left.zero()) {
            return new Room.Gone("other exits of order " + entry.id() + " cover what it traded");
        }
        Quantity ours = ours(exit.terms());
        if (ours.zero()) {
            return new Room.Gone("the position that it was to close is closed");
        }
        Quantity requested =
                Objects.requireNonNull(exit.terms().orderQty(), "an exit is by quantity");
        Optional<Order> closing = closes.going(exit.terms().symbol()).stream().findFirst();
        return closing.isPresent()
                ? new Room.Later("waits for close " + closing.get().id() + " to end")
                : atBroker(exit, requested.min(left).min(ours), entry, snapshot);
    }

    private Room atBroker(Order exit, Quantity size, Order entry, PositionSnapshot snapshot) {
        Optional<UnreadableItem> unreadable = snapshot.unreadable(exit.terms().symbol());
        if (unreadable.isPresent()) {
            return new Room.Later(
                    "waits for a position that can be read: " + unreadable.get().text());
        }
        boolean lagging = !ages.reached(entry.id().value(), entry.updatedAt(), BROKER_LAG);
        Quantity there = snapshot.closable(exit.terms());
        if (lagging && there.compareTo(size) < 0) {
            return new Room.Later("waits for the broker to show " + size + ", shows " + there);
        }
        if (there.zero()) {
            return new Room.Gone("the broker holds no position that it could close");
        }
        List<ExitGroup> siblings =
                ExitGroup.holding(repository, closes, exit.terms()).stream()
                        .filter(group ->
                                group.members().stream()
                                        .noneMatch(order -> order.id().equals(exit.id())))
                        .toList();
        Quantity free = there.less(ReleaseShares.sum(siblings, there));
        return free.zero() || (lagging && free.compareTo(size) < 0)
                ? new Room.Later("waits for the shares of " + named(siblings))
                : new Room.Free(size.min(free));
    }

    private static String named(List<ExitGroup> groups) {
        return groups.stream()
                .map(group -> "order " + group.main().id())
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the quantity of the older exits of the same parent, including what they have filled.
     */
    private Quantity taken(Order exit) {
        OrderId parent = Objects.requireNonNull(exit.parent(), "an exit needs a parent");
        return repository.legs(parent).stream()
                .filter(other -> !other.id().equals(exit.id()))
                .filter(other -> other.status() != OrderStatus.REPLACED)
                .filter(other ->
                        other.status() != OrderStatus.WAITING
                                || other.id().compareTo(exit.id()) < 0)
                .map(ExitRoom::part)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Quantity part(Order other) {
        Quantity orderQty = other.terms().orderQty();
        return orderQty == null || other.status().closed() ? other.cumQty() : orderQty;
    }

    /** Returns the local position of the part that the exit belongs to. */
    private Quantity ours(NewOrder exit) {
        StrategyHoldings held = holdings.of(exit.symbol());
        StrategyId strategy = exit.strategy();
        NetQuantity part =
                strategy != null
                        ? held.of(strategy)
                        : held.byStrategy().isEmpty() ? held.total() : held.unassigned();
        return PositionRoom.held(exit.side(), part)
                .min(PositionRoom.held(exit.side(), held.total()));
    }
}
