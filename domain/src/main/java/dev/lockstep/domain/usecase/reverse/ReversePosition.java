package dev.lockstep.domain.usecase.reverse;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.Author;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.pretrade.CheckOrder;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.sync.PositionSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reverses a position: closes it at the market, and opens as many whole shares in the other
 * direction once nothing is held. Brokers take no order that would do both at once.
 *
 * <p>The second order is durable: it is stored, held locally, right after the close. When the close
 * has filled and the broker reports no position, it is sent by the exactly-once path, if the limits
 * and the trading state allow it then; else it ends as denied, with the reason. {@link #resume}
 * takes the next step; after a crash it continues where it stopped.
 *
 * <p>Thread-safe, also for several processes.
 */
public final class ReversePosition {
    private final Broker broker;
    private final OrderRepository repository;
    private final ClosePosition closePosition;
    private final CheckOrder checkOrder;
    private final Reversals reversals;
    private final ReversalWorkflow steps;

    /** Builds the use case on its ports. */
    public ReversePosition(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            MarketWatch watch,
            Assets assets) {
        this.broker = broker;
        this.repository = repository;
        this.closePosition = new ClosePosition(repository, broker, ids, clock);
        this.checkOrder = new CheckOrder(repository.riskControl(), ids, clock, watch, assets);
        this.reversals = new Reversals(repository, ids, clock);
        this.steps = new ReversalWorkflow(repository, broker, ids, clock, watch, assets);
    }

    /**
     * Reverses the whole position, whichever its direction is; a repeated request is the same one
     * until it has ended.
     */
    public ReversalResult reverse(Symbol symbol) {
        return reverseFor(symbol, null, null);
    }

    /** Reverses the same for a named author. */
    public ReversalResult reverse(Symbol symbol, Author author) {
        return reverseFor(symbol, null, author);
    }

    /**
     * Reverses a position that orders of this side close; a repeated request is the same one for
     * good, because the other direction is not reversed by it.
     */
    public ReversalResult reverse(Symbol symbol, Side side) {
        return reverseFor(symbol, side, null);
    }

    /**
     * Takes the next step of every position that is being reversed.
     *
     * @return the orders that wait no more, as they are now
     */
    public List<Order> resume() {
        return steps.all();
    }

    /**
     * Returns the result that a request would have now; empty if the order that opens the other
     * direction would be stored. Stores and sends nothing.
     */
    public Optional<ReversalResult> preview(Symbol symbol) {
        Optional<ReversalResult> earlier = reversals.waiting(symbol).flatMap(this::asStored);
        return earlier.isPresent()
                ? earlier
                : switch (broker.positions()) {
                    case FetchResult.Failed<FetchedList<Position>>(BrokerFault fault) ->
                            Optional.of(failed(fault));
                    case FetchResult.Complete<FetchedList<Position>>(
                                    FetchedList<Position> positions) ->
                            preview(symbol, PositionSnapshot.only(positions));
                };
    }

    private Optional<ReversalResult> preview(Symbol symbol, PositionSnapshot snapshot) {
        Optional<ReversalResult> refusal = refusal(symbol, snapshot);
        return refusal.isPresent() ? refusal : previewOfClose(terms(symbol, snapshot));
    }

    private Optional<ReversalResult> previewOfClose(NewOrder terms) {
        return closePosition
                .previewWhole(terms.symbol(), terms.side())
                .flatMap(result ->
                        result instanceof CloseResult.Closing(Order close)
                                ? previewBehind(close, terms)
                                : Optional.of(new ReversalResult.NotClosing(result)));
    }

    private Optional<ReversalResult> previewBehind(Order close, NewOrder terms) {
        return close.terms().side() == terms.side()
                ? reversals.answering(close).flatMap(this::asStored)
                : Optional.of(new ReversalResult.NotClosing(new CloseResult.Busy(close)));
    }

    private Optional<ReversalResult> asStored(Order reversal) {
        return reversals
                .close(reversal)
                .map(close -> new ReversalResult.Reversing(close, reversal));
    }

    private Optional<ReversalResult> refusal(Symbol symbol, PositionSnapshot snapshot) {
        Optional<UnreadableItem> unreadable = snapshot.unreadable(symbol);
        if (unreadable.isPresent()) {
            return Optional.of(failed(unreadable.get().fault()));
        }
        Optional<Position> held = snapshot.position(symbol);
        if (held.isEmpty()) {
            return Optional.of(new ReversalResult.NotClosing(new CloseResult.Gone(symbol)));
        }
        List<Denial> denials = denials(held.get());
        return denials.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReversalResult.Denied(denials));
    }

    /** One that waits goes on, also while the broker's positions lag behind its close. */
    private ReversalResult reverseFor(Symbol symbol, @Nullable Side side, @Nullable Author author) {
        return reversals
                .waiting(symbol)
                .filter(earlier -> side == null || earlier.terms().side() == side)
                .flatMap(this::continued)
                .filter(earlier -> earlier.order().status() != OrderStatus.DENIED)
                .<ReversalResult>map(Function.identity())
                .orElseGet(() -> begun(symbol, side, author));
    }

    private ReversalResult begun(Symbol symbol, @Nullable Side side, @Nullable Author author) {
        return switch (broker.positions()) {
            case FetchResult.Failed<FetchedList<Position>>(BrokerFault fault) -> failed(fault);
            case FetchResult.Complete<FetchedList<Position>>(FetchedList<Position> positions) -> {
                PositionSnapshot snapshot = PositionSnapshot.only(positions);
                boolean other =
                        side != null
                                && snapshot.unreadable(symbol).isEmpty()
                                && snapshot.position(symbol)
                                        .filter(held -> held.exitSide() == side)
                                        .isEmpty();
                yield side != null && other
                        ? earlier(symbol, side)
                        : refusal(symbol, snapshot)
                                .orElseGet(() -> closing(terms(symbol, snapshot), author));
            }
        };
    }

    /** Returns what an earlier request has done that was for the same direction. */
    private ReversalResult earlier(Symbol symbol, Side side) {
        return reversals
                .ofLastClose(symbol)
                .filter(reversal -> reversal.terms().side() == side)
                .flatMap(this::continued)
                .<ReversalResult>map(Function.identity())
                .orElseGet(() -> new ReversalResult.NotClosing(new CloseResult.Gone(symbol)));
    }

    private static NewOrder terms(Symbol symbol, PositionSnapshot snapshot) {
        return ReversalTerms.of(snapshot.position(symbol).orElseThrow());
    }

    private static ReversalResult failed(BrokerFault fault) {
        return new ReversalResult.NotClosing(new CloseResult.Failed(fault));
    }

    /** Returns why the other direction would not be opened, whatever happens until then. */
    private List<Denial> denials(Position position) {
        List<Denial> denials = ReversalTerms.denials(position);
        return denials.isEmpty() ? checkOrder.denialsIfFlat(ReversalTerms.of(position)) : denials;
    }

    private ReversalResult closing(NewOrder terms, @Nullable Author author) {
        CloseResult result = closePosition.closeWhole(terms.symbol(), terms.side(), author);
        return switch (result) {
            case CloseResult.Closing(Order close) ->
                    close.terms().side() == terms.side()
                            ? following(close, terms, author)
                            : new ReversalResult.NotClosing(new CloseResult.Busy(close));
            // Another caller may have closed it since it was fetched, for the same request.
            case CloseResult.Gone _ -> earlier(terms.symbol(), terms.side());
            case CloseResult.Failed _,
                    CloseResult.Held _,
                    CloseResult.Busy _,
                    CloseResult.Refused _ ->
                    new ReversalResult.NotClosing(result);
        };
    }

    private ReversalResult following(Order close, NewOrder terms, @Nullable Author author) {
        Order reversal =
                reversals
                        .answering(close)
                        .orElseGet(() ->
                                reversals.store(
                                        close,
                                        terms,
                                        Evidence.requested("reverse position", author)));
        return continued(reversal).orElseGet(() -> new ReversalResult.Reversing(close, reversal));
    }

    /** Takes the next step, which may be the last: many a close fills at once. */
    private Optional<ReversalResult.Reversing> continued(Order reversal) {
        if (reversal.status() == OrderStatus.WAITING) {
            steps.step(reversal);
        }
        Order now = repository.find(reversal.id()).orElse(reversal);
        return reversals.close(now).map(close -> new ReversalResult.Reversing(close, now));
    }
}
