package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Protection;
import dev.lockstep.domain.order.OrderPurpose.Protection.Part;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.Author;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.EnumSet;
import java.util.List;
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
    private final CloseChain closes;
    private final CloseWorkflow steps;
    private final CloseDecider decider;

    /** Builds the use case on its ports. */
    public ClosePosition(
            OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        this.repository = repository;
        this.closes = new CloseChain(repository, ids, clock);
        this.decider =
                new CloseDecider(
                        broker,
                        closes,
                        new RefusalPause(closes, clock),
                        new ReleaseShares(repository, broker, ids, clock),
                        new ClosableShares(repository));
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

    /**
     * Returns the result that a request would have now; empty if a closing order would be stored.
     * Stores, sends and cancels nothing.
     *
     * @param strategy closes only the part of this strategy; null for the whole position
     * @param limit the price of the order; null for the market
     * @throws InvalidValueException as the request would
     */
    public Optional<CloseResult> preview(
            Symbol symbol, @Nullable StrategyId strategy, ClosePart part, @Nullable Price limit) {
        return preview(new CloseRequest(symbol, strategy, part, limit, null, null));
    }

    /** Returns the same for the whole position, if orders of this side exit it. */
    public Optional<CloseResult> previewWhole(Symbol symbol, Side exitSide) {
        return preview(new CloseRequest(symbol, null, new ClosePart.Whole(), null, exitSide, null));
    }

    private Optional<CloseResult> preview(CloseRequest request) {
        return switch (decider.decision(request)) {
            case CloseDecision.Answer(CloseResult result) -> Optional.of(result);
            case CloseDecision.Continue(Order close) ->
                    Optional.of(new CloseResult.Closing(closes.current(close)));
            case CloseDecision.Behind(Order other) -> Optional.of(new CloseResult.Busy(other));
            case CloseDecision.Store _, CloseDecision.Again _ -> Optional.empty();
        };
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
        return switch (decider.decision(request)) {
            case CloseDecision.Answer(CloseResult result) -> Optional.of(result);
            case CloseDecision.Continue(Order close) -> Optional.of(closing(close));
            case CloseDecision.Behind(Order other) -> {
                steps.of(request.symbol());
                yield Optional.of(new CloseResult.Busy(other));
            }
            case CloseDecision.Store(RequestedClose some, Optional<Order> last) ->
                    stored(some, last);
            case CloseDecision.Again _ -> Optional.empty();
        };
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

    /** Several callers may store a close behind the same one, and only the first is stored. */
    private Optional<CloseResult> stored(RequestedClose some, Optional<Order> last) {
        Order first = closes.store(some.terms(), some.all(), last, some.evidence());
        return some.answeredBy(first) ? Optional.of(closing(first)) : some.busyWith(first);
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
