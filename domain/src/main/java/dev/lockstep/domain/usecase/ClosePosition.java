package dev.lockstep.domain.usecase;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.port.AddOutcome;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.BrokerFault;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.OrderQuery;
import dev.lockstep.domain.port.OrderRepository;
import dev.lockstep.domain.port.OrderUpdate;
import dev.lockstep.domain.port.UpdateOutcome;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Closes a position by one market order of our own, however often it is asked for.
 *
 * <p>The broker is asked for the position first. Then the wish is durable: a closing order that
 * waits here. Then our orders that hold the shares are canceled, and once the broker says that they
 * have ended and the position is still there, the closing order goes out by the exactly-once path.
 * {@link #resume} takes the next step of every wish; after a crash it goes on where the last one
 * stopped.
 *
 * <p>A closing order is never for more than the position, so no limit holds it back. Safe for use
 * by several threads and processes.
 */
public final class ClosePosition {
    private static final String KEY = "close position of ";
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Set<OrderStatus> AT_BROKER =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final Broker broker;
    private final OrderIds ids;
    private final InstantSource clock;
    private final Delivery delivery;
    private final CancelOrder cancelOrder;
    private final SyncOrders syncOrders;

    /** Builds the use case on its ports. */
    public ClosePosition(
            OrderRepository repository, Broker broker, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.ids = ids;
        this.clock = clock;
        this.delivery = new Delivery(repository, broker, ids, clock);
        this.cancelOrder = new CancelOrder(repository, broker, clock);
        this.syncOrders = new SyncOrders(repository, broker, clock);
    }

    /**
     * Closes a position, or a part of it that no order holds.
     *
     * @throws InvalidValueException if the part is none of the position, or more than it
     */
    public CloseResult close(Symbol symbol, ClosePart part) {
        // Ours are read first: a close that fills while the broker is asked then makes the same
        // key.
        List<Order> earlier = closingOrders(symbol);
        Fetched<List<Position>> fetched = broker.positions();
        if (fetched instanceof Fetched.Failed<List<Position>>(BrokerFault fault)) {
            return new CloseResult.Failed(fault);
        }
        Optional<Order> going =
                earlier.stream().filter(order -> !order.status().closed()).findFirst();
        if (going.isPresent()) {
            return new CloseResult.Closing(step(going.get()));
        }
        Optional<Position> position = find(fetched, symbol);
        return position.isEmpty()
                ? new CloseResult.Gone(symbol)
                : begin(position.get(), part, earlier);
    }

    /**
     * Takes the next step of every position that is being closed.
     *
     * @return the closing orders that wait no more, as they are now
     */
    public List<Order> resume() {
        return new EveryPage(repository)
                .listed(OrderQuery.all().in(EnumSet.of(OrderStatus.WAITING))).stream()
                        .filter(ClosePosition::closing)
                        .map(this::step)
                        .filter(order -> order.status() != OrderStatus.WAITING)
                        .toList();
    }

    private CloseResult begin(Position position, ClosePart part, List<Order> earlier) {
        NewOrder terms = terms(position, part);
        boolean whole = new Quantity(position.netQty().value().abs()).equals(terms.orderQty());
        List<Order> holding = holding(terms);
        if (!whole && !holding.isEmpty()) {
            return new CloseResult.Held(holding);
        }
        OrderId id = ids.nextOrderId();
        // Calls that saw the same book make the same key: one of them stores the wish.
        String last = earlier.isEmpty() ? "first" : "after " + earlier.getLast().id();
        IdempotencyKey key = new IdempotencyKey(KEY + position.symbol() + " " + last);
        Order wish = Order.waiting(id, ids.clientOrderId(id), key, null, terms, clock.instant());
        Order stored =
                switch (repository.add(wish, Evidence.local("close position"))) {
                    case AddOutcome.Added added -> added.order();
                    case AddOutcome.AlreadyThere there -> there.order();
                };
        return new CloseResult.Closing(step(stored));
    }

    /** One step; a wish that cannot go on yet stays as it is. */
    private Order step(Order wish) {
        if (wish.status() != OrderStatus.WAITING) {
            return wish;
        }
        for (Order order : holding(wish.terms())) {
            if (order.status() != OrderStatus.PENDING_CANCEL) {
                cancelOrder.cancel(order.id());
            }
        }
        boolean asked = syncOrders.sync() instanceof SyncResult.Completed;
        if (!asked || !holding(wish.terms()).isEmpty()) {
            return wish;
        }
        Fetched<List<Position>> fetched = broker.positions();
        return fetched instanceof Fetched.Complete<List<Position>>
                ? send(wish, find(fetched, wish.terms().symbol()))
                : wish;
    }

    private Order send(Order wish, Optional<Position> position) {
        Quantity wanted = wish.terms().orderQty();
        Quantity there = position.map(held -> closable(held, wish)).orElse(Quantity.ZERO);
        if (wanted == null || there.compareTo(wanted) < 0) {
            return changed(
                            wish,
                            new ExecutionReport.CancelRequested(),
                            "of the position only " + there + " is left")
                    .orElse(wish);
        }
        Quantity free = position.map(Position::availableQty).orElse(wanted);
        if (free.compareTo(wanted) < 0) {
            return wish;
        }
        return changed(wish, new ExecutionReport.Released(), "nothing holds the shares")
                .map(released -> delivery.send(released).order())
                .orElseGet(() -> repository.find(wish.id()).orElse(wish));
    }

    /** How much of the position trades against the order: nothing if it has turned around. */
    private static Quantity closable(Position position, Order wish) {
        return exitSide(position) == wish.terms().side()
                ? new Quantity(position.netQty().value().abs())
                : Quantity.ZERO;
    }

    private Optional<Order> changed(Order seen, ExecutionReport report, String why) {
        Instant now = clock.instant();
        UpdateOutcome outcome =
                repository.update(
                        new OrderUpdate(
                                seen.id(),
                                stored ->
                                        stored.version() == seen.version()
                                                ? stored.apply(report, now)
                                                : stored,
                                Evidence.local(why)));
        return outcome instanceof UpdateOutcome.Updated updated
                ? Optional.of(updated.after())
                : Optional.empty();
    }

    /** Our orders that trade against the position too. */
    private List<Order> holding(NewOrder closing) {
        return new EveryPage(repository)
                .listed(OrderQuery.all().in(AT_BROKER).of(closing.symbol())).stream()
                        .filter(order -> order.terms().side() == closing.side())
                        .toList();
    }

    private List<Order> closingOrders(Symbol symbol) {
        List<Order> closing = new ArrayList<>();
        new EveryPage(repository)
                .of(
                        OrderQuery.all().of(symbol),
                        order -> {
                            if (closing(order)) {
                                closing.add(order);
                            }
                        });
        return closing;
    }

    private static boolean closing(Order order) {
        return order.idempotencyKey().value().startsWith(KEY + order.terms().symbol() + " ");
    }

    private static Optional<Position> find(Fetched<List<Position>> fetched, Symbol symbol) {
        return switch (fetched) {
            case Fetched.Complete<List<Position>>(List<Position> positions) ->
                    positions.stream().filter(held -> held.symbol().equals(symbol)).findFirst();
            case Fetched.Failed<List<Position>> _ -> Optional.empty();
        };
    }

    private static NewOrder terms(Position position, ClosePart part) {
        return new NewOrder(
                position.symbol(),
                exitSide(position),
                quantity(position.netQty().value().abs(), part),
                new OrderType.Market(),
                position.symbol().assetClass() == AssetClass.CRYPTO
                        ? TimeInForce.GTC
                        : TimeInForce.DAY);
    }

    private static Side exitSide(Position position) {
        return position.netQty().value().signum() > 0 ? Side.SELL : Side.BUY;
    }

    /** Never more than is held; a share of whole shares is whole shares. */
    private static Quantity quantity(BigDecimal held, ClosePart part) {
        Quantity wanted =
                switch (part) {
                    case ClosePart.Whole _ -> new Quantity(held);
                    case ClosePart.ByQuantity(Quantity quantity) -> quantity;
                    case ClosePart.ByPercentage(BigDecimal percent) ->
                            new Quantity(
                                    held.multiply(percent)
                                            .divide(
                                                    HUNDRED,
                                                    Math.max(0, held.scale()),
                                                    RoundingMode.DOWN));
                };
        if (wanted.zero() || wanted.value().compareTo(held) > 0) {
            throw new InvalidValueException(
                    "quantity", wanted, "> 0 and at most the position, " + held.toPlainString());
        }
        return wanted;
    }
}
