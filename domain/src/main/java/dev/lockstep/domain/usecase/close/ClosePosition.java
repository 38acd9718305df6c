package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Protection;
import dev.lockstep.domain.order.OrderPurpose.Protection.Part;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.Author;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.close.ReleaseShares.Freed;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closes a position, or a part of it, by one order at the market or at a limit, however often it is
 * requested. It is the only way to close, for all callers.
 *
 * <p>The position is fetched from the broker first. Then the request is durable: a locally held
 * closing order. Then, if resting orders hold the shares, the exits that will replace them are
 * durable, and they are canceled. When the broker reports that they have ended and the position
 * still exists, the closing order is sent by the exactly-once path, and the rest is protected again
 * at the same prices; all of it, if the close was refused. {@link #resume} takes the next step;
 * after a crash it continues where it stopped.
 *
 * <p>A closing order never exceeds the position, so no limit holds it back. Thread-safe, also for
 * several processes.
 */
public final class ClosePosition {
    /** Number of closes of others that may come first before a request is refused as busy. */
    private static final int MAX_TURNS = 5;

    private final OrderRepository repository;
    private final Broker broker;
    private final CloseChain closes;
    private final RefusalPause pause;
    private final ReleaseShares freeShares;
    private final CloseWorkflow steps;
    private final ClosableShares closable;

    /** Builds the use case on its ports. */
    public ClosePosition(
            OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        this.repository = repository;
        this.broker = broker;
        this.closes = new CloseChain(repository, ids, clock);
        this.pause = new RefusalPause(closes, clock);
        this.freeShares = new ReleaseShares(repository, broker, ids, clock);
        this.closable = new ClosableShares(repository);
        this.steps = new CloseWorkflow(repository, broker, ids, clock);
    }

    /**
     * Closes a position or a part of it. If the whole is requested while a part is being closed,
     * the rest follows. A part is not closed while another part is.
     *
     * @throws InvalidValueException if the part is zero or exceeds the position
     */
    public CloseResult close(Symbol symbol, ClosePart part) {
        return closeOf(new CloseRequest(symbol, null, part, null, null, null));
    }

    /** Closes the same for a named author. */
    public CloseResult close(Symbol symbol, ClosePart part, Author author) {
        return closeOf(new CloseRequest(symbol, null, part, null, null, author));
    }

    /**
     * Closes a strategy's part of a position, or a part of that: never more than its own orders
     * have bought, than the position, and than others leave. Only orders of this strategy are
     * canceled for it.
     *
     * @throws InvalidValueException if the part is zero or exceeds what the strategy holds
     */
    public CloseResult close(Symbol symbol, StrategyId strategy, ClosePart part) {
        return closeOf(new CloseRequest(symbol, strategy, part, null, null, null));
    }

    /** Closes the same for a named author. */
    public CloseResult close(Symbol symbol, StrategyId strategy, ClosePart part, Author author) {
        return closeOf(new CloseRequest(symbol, strategy, part, null, null, author));
    }

    /**
     * Closes at a limit: the order rests until it fills or is canceled, and then what is left is
     * protected again. A later close takes its shares; one at another limit takes its place.
     *
     * @param strategy closes only the part of this strategy; null for the whole position
     * @throws InvalidValueException if the part is zero or exceeds the position, or if the venue
     *     does not take the price
     */
    public CloseResult closeAt(
            Symbol symbol, @Nullable StrategyId strategy, ClosePart part, Price limit) {
        return closeOf(new CloseRequest(symbol, strategy, part, limit, null, null));
    }

    /**
     * Closes the whole position if orders of this side exit it; one that has changed its direction
     * meanwhile is not there.
     *
     * @param author who requested it, null if not named
     */
    public CloseResult closeWhole(Symbol symbol, Side exitSide, @Nullable Author author) {
        return closeOf(
                new CloseRequest(symbol, null, new ClosePart.Whole(), null, exitSide, author));
    }

    private CloseResult closeOf(CloseRequest request) {
        Optional<CloseResult> result = Optional.empty();
        for (int turn = 0; result.isEmpty() && turn < MAX_TURNS; turn++) {
            result = attempt(request);
        }
        return result.orElseGet(() ->
                closes.last(request.symbol())
                        .<CloseResult>map(CloseResult.Busy::new)
                        .orElseGet(() -> new CloseResult.Gone(request.symbol())));
    }

    /**
     * Returns empty if a close for something else came first: then the request is looked at again.
     */
    private Optional<CloseResult> attempt(CloseRequest request) {
        Symbol symbol = request.symbol();
        // Ours are read first: a close that fills while the broker is asked then makes the same
        // key.
        Optional<Order> last = closes.last(symbol);
        List<Order> going = closes.going(symbol);
        return switch (broker.positions()) {
            case FetchResult.Failed<FetchedList<Position>>(BrokerFault fault) ->
                    Optional.of(new CloseResult.Failed(fault));
            case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> positions) -> {
                PositionSnapshot snapshot = PositionSnapshot.only(positions);
                Optional<UnreadableItem> unreadable = snapshot.unreadable(symbol);
                if (unreadable.isPresent()) {
                    yield Optional.of(new CloseResult.Failed(unreadable.get().fault()));
                }
                Optional<RequestedClose> requested = RequestedClose.of(request, snapshot, closable);
                requested.ifPresent(this::check);
                yield last.isPresent() && !going.isEmpty()
                        ? behind(last.get(), ownedBy(request.strategy(), going), requested)
                        : requested
                                .map(some -> alone(some, last, snapshot))
                                .orElseGet(() -> Optional.of(new CloseResult.Gone(symbol)));
            }
        };
    }

    /** A price that the venue does not take is refused before an exit is canceled for it. */
    private void check(RequestedClose some) {
        if (some.terms().type() instanceof OrderType.Limit) {
            for (Denial denial : broker.venue().denials(some.terms())) {
                throw new InvalidValueException(denial.field(), denial.value(), denial.expected());
            }
        }
    }

    /**
     * Takes the next step of every position that is being closed.
     *
     * @return the orders that wait no more, as they are now
     */
    public List<Order> resume() {
        return steps.all();
    }

    /**
     * Returns whether a close has ended, or rests at its limit, and what it left is protected as
     * far as it was before.
     */
    public boolean settled(Order close) {
        Symbol symbol = close.terms().symbol();
        boolean rests = !closes.resting(symbol).isEmpty();
        return closes.going(symbol).isEmpty()
                && repository
                        .search(OrderQuery.all().in(EnumSet.of(OrderStatus.WAITING)).of(symbol))
                        .stream()
                        .noneMatch(exit ->
                                exit.purpose() instanceof Protection protection
                                        && !(rests && protection.part() == Part.CLOSED));
    }

    private Optional<CloseResult> alone(
            RequestedClose some, Optional<Order> last, PositionSnapshot snapshot) {
        NewOrder terms = some.terms();
        Optional<Order> same =
                closes.resting(terms.symbol()).stream().filter(some::answeredBy).findFirst();
        if (same.isPresent()) {
            return Optional.of(new CloseResult.Closing(same.get()));
        }
        Optional<Instant> again = last.flatMap(pause::until);
        if (again.isPresent()) {
            return Optional.of(new CloseResult.Refused(last.orElseThrow(), again.get()));
        }
        List<Freed> plan = freeShares.plan(terms, some.held(), snapshot);
        List<Denial> denials = freeShares.denials(plan);
        return denials.isEmpty()
                ? stored(some, last)
                : Optional.of(
                        new CloseResult.Held(
                                plan.stream()
                                        .flatMap(freed -> freed.group().members().stream())
                                        .toList(),
                                denials));
    }

    /** Several callers may store a close behind the same one, and only the first is stored. */
    private Optional<CloseResult> stored(RequestedClose some, Optional<Order> last) {
        Order first = closes.store(some.terms(), some.all(), last, some.evidence());
        return some.answeredBy(first) ? Optional.of(closing(first)) : after(some, first);
    }

    /**
     * A part is not closed next to another part; anything else is closed behind the other close.
     */
    private Optional<CloseResult> after(RequestedClose some, Order other) {
        return some.sameKind(other) && !some.wholeRequested()
                ? Optional.of(new CloseResult.Busy(other))
                : Optional.empty();
    }

    private Optional<CloseResult> behind(
            Order last, List<Order> before, Optional<RequestedClose> requested) {
        List<Order> going = closes.going(last.terms().symbol());
        if (requested.isEmpty()) {
            return Optional.of(
                    before.isEmpty()
                            ? new CloseResult.Gone(last.terms().symbol())
                            : closing(before.getLast()));
        }
        RequestedClose some = requested.get();
        if (going.isEmpty()) {
            return ended(some, before);
        }
        NewOrder terms = some.terms();
        List<Order> alike = going.stream().filter(some::sameKind).toList();
        Optional<Order> same =
                alike.stream()
                        .filter(close -> close.terms().amount().equals(terms.amount()))
                        .findFirst();
        boolean covered = some.coveredBy(alike);
        if (same.isPresent() || (covered && some.wholeRequested())) {
            return Optional.of(closing(same.orElseGet(alike::getLast)));
        }
        if (!some.wholeRequested() && !alike.isEmpty()) {
            steps.of(last.terms().symbol());
            return Optional.of(new CloseResult.Busy(alike.getFirst()));
        }
        return stored(some, Optional.of(last));
    }

    /** The earlier ones ended while the broker was asked: one of them may be this request. */
    private Optional<CloseResult> ended(RequestedClose some, List<Order> before) {
        return before.stream()
                .filter(some::answeredBy)
                .findFirst()
                .<CloseResult>map(this::closing)
                .or(() -> before.isEmpty() ? Optional.empty() : after(some, before.getLast()));
    }

    private static List<Order> ownedBy(@Nullable StrategyId strategy, List<Order> closes) {
        return closes.stream()
                .filter(close -> Objects.equals(close.terms().strategy(), strategy))
                .toList();
    }

    /** Two steps at once: many a cancel is confirmed before it is asked about. */
    private CloseResult closing(Order order) {
        Symbol symbol = order.terms().symbol();
        steps.of(symbol);
        if (closes.current(order).status() == OrderStatus.WAITING) {
            steps.of(symbol);
        }
        return new CloseResult.Closing(closes.current(order));
    }
}
