package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderPurpose.Protection;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.usecase.submit.HeldOrders;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sends the exits that take the place of those that were canceled for a close: never for more than
 * is left, and not before the ones they stand for have ended and their shares are free. An exit
 * that the broker would not cancel goes on working, and nothing takes its place.
 */
final class RestoreProtection {
    /**
     * Shares of an ended order may appear held for this time; after it another order holds them.
     */
    private static final Duration SHARES_FREE_WITHIN = Duration.ofSeconds(30);

    private final OrderRepository repository;
    private final StoredAges ages;
    private final CloseChain closes;
    private final ReleaseShares freeShares;
    private final HeldOrders waiting;
    private final ClosableShares closable;

    RestoreProtection(
            OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        this.repository = repository;
        this.ages = new StoredAges(clock);
        this.closes = new CloseChain(repository, ids, clock);
        this.freeShares = new ReleaseShares(repository, broker, ids, clock);
        this.closable = new ClosableShares(repository);
        this.waiting = new HeldOrders(repository, broker, ids, clock);
    }

    /**
     * Takes the next step of one exit.
     *
     * @return the orders that wait no more
     */
    List<Order> step(Order exit, PositionSnapshot snapshot) {
        Protection purpose = (Protection) exit.purpose();
        List<Order> closing = closes.unfinished(exit.terms().symbol());
        Optional<Order> before = repository.find(purpose.exit());
        if (before.isEmpty() || before.get().status().inFlight() || !due(purpose, closing)) {
            return List.of();
        }
        if (!before.get().status().closed()) {
            return ended(exit, "order " + purpose.exit() + " works on and protects");
        }
        return sized(exit, purpose, before.get(), closing, snapshot);
    }

    /**
     * Returns whether the exit is due: a rest is known once the broker has the close, the whole
     * once it has ended.
     */
    private static boolean due(Protection purpose, List<Order> closing) {
        return switch (purpose.part()) {
            case REST -> closing.stream().allMatch(close -> close.status().open());
            case CLOSED -> closing.isEmpty();
        };
    }

    private List<Order> sized(
            Order exit,
            Protection purpose,
            Order before,
            List<Order> closing,
            PositionSnapshot snapshot) {
        Quantity size = Objects.requireNonNull(exit.terms().orderQty(), "by quantity");
        Quantity cover = cover(before, purpose, size);
        Quantity left = left(exit, closing, snapshot);
        if (!closing.isEmpty()) {
            // The position is about to change: what was planned goes, or waits for the close.
            Quantity planned = size.min(cover);
            return left.compareTo(planned) < 0
                    ? List.of()
                    : go(exit, purpose, before, planned, snapshot);
        }
        return go(exit, purpose, before, cover.min(left), snapshot);
    }

    private List<Order> go(
            Order exit,
            Protection purpose,
            Order before,
            Quantity quantity,
            PositionSnapshot snapshot) {
        if (quantity.zero()) {
            return ended(exit, "nothing is left that order " + before.id() + " protected");
        }
        Quantity free = quantity.min(snapshot.available(exit.terms()));
        boolean held = free.compareTo(quantity) < 0;
        if (free.zero() || (held && unprotected(before).compareTo(SHARES_FREE_WITHIN) < 0)) {
            waiting.explain(exit, "of " + quantity + " shares " + free + " are free");
            return List.of();
        }
        if (!free.equals(exit.terms().orderQty())) {
            return resized(exit, purpose, before, free, snapshot);
        }
        return sent(exit, before, snapshot);
    }

    /** The other size is stored first: a crash in between leaves two, and one ends then. */
    private List<Order> resized(
            Order exit,
            Protection purpose,
            Order before,
            Quantity quantity,
            PositionSnapshot snapshot) {
        Order other = freeShares.resized(exit, purpose, quantity);
        List<Order> changed = new ArrayList<>(ended(exit, "order " + other.id() + " is sent"));
        if (other.status() == OrderStatus.WAITING && quantity.equals(other.terms().orderQty())) {
            changed.addAll(sent(other, before, snapshot));
        }
        return changed;
    }

    private List<Order> sent(Order exit, Order before, PositionSnapshot snapshot) {
        String why =
                "protects again what order "
                        + before.id()
                        + " protected until "
                        + unprotected(before).toMillis()
                        + " ms ago";
        return waiting.send(exit, why, snapshot::permits).stream().toList();
    }

    private List<Order> ended(Order exit, String why) {
        return waiting.giveUp(exit, why).stream().toList();
    }

    /** Returns how long ago an exit ended, by the broker's time if reported. */
    private Duration unprotected(Order before) {
        Instant end = Objects.requireNonNullElse(before.state().transactTime(), before.updatedAt());
        return ages.of(before.id().value(), end);
    }

    /** Returns the open quantity of the first exit, less what is protected again. */
    private Quantity cover(Order before, Protection purpose, Quantity size) {
        Quantity whole = before.terms().orderQty();
        return new OrderScanner(repository)
                        .listed(
                                OrderQuery.all()
                                        .of(before.terms().symbol())
                                        .of(Kind.PROTECTION)
                                        .after(purpose.close()))
                        .stream()
                        .filter(order -> cameOut(order, purpose))
                        .map(order -> Objects.requireNonNull(order.terms().orderQty()))
                        .reduce(whole == null ? size : whole.less(before.cumQty()), Quantity::less);
    }

    private static boolean cameOut(Order order, Protection purpose) {
        boolean there =
                order.status().mayBeAtBroker()
                        || (order.brokerOrderId() != null
                                && order.status() != OrderStatus.REJECTED);
        return there
                && order.purpose() instanceof Protection other
                && other.exit().equals(purpose.exit());
    }

    /**
     * Returns the quantity of the position, and of the strategy's part, that no close and no other
     * exit trades.
     */
    private Quantity left(Order exit, List<Order> closing, PositionSnapshot snapshot) {
        List<ExitGroup> siblings = ExitGroup.siblings(repository, exit.terms());
        Quantity held = snapshot.closable(exit.terms());
        Quantity left = held.less(leaving(closing, held)).less(ReleaseShares.sum(siblings, held));
        StrategyId strategy = exit.terms().strategy();
        if (strategy == null) {
            return left;
        }
        List<Order> own =
                closing.stream()
                        .filter(close -> strategy.equals(close.terms().strategy()))
                        .toList();
        return closable.of(exit.terms(), snapshot)
                .less(leaving(own, held))
                .less(ReleaseShares.sum(ExitGroup.ofSame(strategy, siblings), held))
                .min(left);
    }

    private static Quantity leaving(List<Order> closing, Quantity held) {
        return closing.stream()
                .map(Order::leavesQty)
                .map(leaves -> leaves == null ? held : leaves)
                .reduce(Quantity.ZERO, Quantity::plus);
    }
}
