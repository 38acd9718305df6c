package dev.lockstep.domain.usecase.reverse;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderPurpose.Reversal;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.close.CloseChain;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The orders that reverse positions, each by the close that it follows. A close that was resized
 * may have one under each of its sizes, of which one counts.
 */
final class Reversals {
    /** More reversals of one instrument do not follow one close. */
    private static final int MAX_NEWEST = 20;

    private static final int ENDED_UNSENT = 2;

    private final OrderRepository repository;
    private final OrderIds ids;
    private final InstantSource clock;
    private final CloseChain closes;

    Reversals(OrderRepository repository, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
        this.closes = new CloseChain(repository, ids, clock);
    }

    /** Returns those that wait, oldest first. */
    List<Order> waiting() {
        return new OrderScanner(repository)
                .listed(OrderQuery.all().in(EnumSet.of(OrderStatus.WAITING)).of(Kind.REVERSAL));
    }

    /** Returns the oldest one that waits in an instrument. */
    Optional<Order> waiting(Symbol symbol) {
        return repository
                .search(
                        OrderQuery.all()
                                .in(EnumSet.of(OrderStatus.WAITING))
                                .of(symbol)
                                .of(Kind.REVERSAL)
                                .limit(1))
                .stream()
                .findFirst();
    }

    /** Returns the close that a reversal follows, as it is now. */
    Optional<Order> close(Order reversal) {
        return reversal.purpose() instanceof Reversal(OrderId close)
                ? repository.find(close).map(closes::successor)
                : Optional.empty();
    }

    /** Returns the reversal that counts for a close; empty if none was stored. */
    Optional<Order> of(Order close) {
        OrderId current = closes.successor(close).id();
        return newest(close.terms().symbol()).stream()
                .filter(reversal ->
                        close(reversal).filter(it -> it.id().equals(current)).isPresent())
                .min(Comparator.comparingInt(Reversals::unsent).thenComparing(Order::id));
    }

    /**
     * Returns the reversal that answers a request; empty if none was stored, or if it ended unsent
     * and the close goes on, so that it can be requested again.
     */
    Optional<Order> answering(Order close) {
        boolean ended = close.status().closed();
        return of(close).filter(reversal -> ended || unsent(reversal) != ENDED_UNSENT);
    }

    /** Returns the reversal that counts for the last close of an instrument. */
    Optional<Order> ofLastClose(Symbol symbol) {
        return closes.last(symbol).flatMap(this::of);
    }

    /** A sent one counts before a waiting one, and that before one that ended unsent. */
    private static int unsent(Order reversal) {
        boolean refused = reversal.status() == OrderStatus.DENIED;
        boolean canceled =
                reversal.status() == OrderStatus.CANCELED && reversal.brokerOrderId() == null;
        return refused || canceled
                ? ENDED_UNSENT
                : reversal.status() == OrderStatus.WAITING ? 1 : 0;
    }

    private List<Order> newest(Symbol symbol) {
        return repository.search(
                OrderQuery.all().of(symbol).of(Kind.REVERSAL).newestFirst().limit(MAX_NEWEST));
    }

    /**
     * Stores the order that follows a close; if several callers store one, the first counts.
     *
     * @param terms the order that opens the other direction
     */
    Order store(Order close, NewOrder terms, Evidence evidence) {
        OrderId id = ids.nextOrderId();
        Reversal purpose = new Reversal(close.id());
        long earlier =
                newest(close.terms().symbol()).stream()
                        .filter(reversal -> reversal.purpose().equals(purpose))
                        .count();
        Order request =
                Order.waiting(
                        id,
                        ids.clientOrderId(id),
                        purpose.key(earlier),
                        purpose,
                        null,
                        terms,
                        waits(close),
                        clock.instant());
        return repository.add(request, evidence).order();
    }

    /** Returns the text of a reversal while its close goes on. */
    static String waits(Order close) {
        return "waits: order " + close.id() + " closes the position";
    }
}
