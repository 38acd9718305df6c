package dev.lockstep.domain.usecase.close;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Closing;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The orders that close positions: of each instrument one chain, each named after the last. */
public final class CloseChain {
    /** More refusals in a row make no difference. */
    private static final int MAX_REFUSALS = 20;

    private static final Set<OrderStatus> REFUSED =
            EnumSet.of(OrderStatus.REJECTED, OrderStatus.NEVER_ACCEPTED);

    private static final Set<OrderStatus> OPEN =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::open)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final OrderIds ids;
    private final InstantSource clock;

    public CloseChain(OrderRepository repository, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns the close that no other one follows yet, finished or not. */
    public Optional<Order> last(Symbol symbol) {
        List<Order> newest =
                repository.search(OrderQuery.all().of(symbol).of(Kind.CLOSING).newestFirst());
        return newest.isEmpty() ? Optional.empty() : Optional.of(end(newest));
    }

    /** Clocks of two processes may differ, so the names decide and not the times. */
    private static Order end(List<Order> closes) {
        Set<OrderId> followed =
                closes.stream()
                        .map(CloseChain::after)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return closes.stream()
                .filter(close -> !followed.contains(close.id()))
                .findFirst()
                .orElse(closes.getFirst());
    }

    /** Returns the close before this one, null for the first. */
    static @Nullable OrderId after(Order close) {
        return ((Closing) close.purpose()).after();
    }

    Optional<Order> before(Order close) {
        OrderId after = after(close);
        return after == null ? Optional.empty() : repository.find(after);
    }

    /** Returns the closes of an instrument that have not ended, in the order in which they go. */
    public List<Order> unfinished(Symbol symbol) {
        List<Order> going = unfinished(last(symbol));
        return Stream.concat(
                        resting(symbol).stream().filter(order -> !contains(going, order)),
                        going.stream())
                .toList();
    }

    /** Returns the same without those that rest: no other close waits for one of these. */
    public List<Order> going(Symbol symbol) {
        return unfinished(last(symbol)).stream().filter(close -> !rests(close)).toList();
    }

    /** Returns the closes that rest in the market at their limit, also below ended ones. */
    List<Order> resting(Symbol symbol) {
        return new OrderScanner(repository)
                .listed(OrderQuery.all().in(OPEN).of(symbol)).stream()
                        .filter(CloseChain::rests)
                        .toList();
    }

    /** Returns whether the broker has this close, which waits there for its limit price. */
    public static boolean rests(Order order) {
        return Kind.CLOSING.of(order)
                && order.status().open()
                && order.terms().type() instanceof OrderType.Limit;
    }

    private static boolean contains(List<Order> orders, Order order) {
        return orders.stream().anyMatch(other -> other.id().equals(order.id()));
    }

    /**
     * Returns the newest close behind this one that closes the whole, too, for the same owner at
     * the same price.
     */
    Optional<Order> wholeBehind(Order close) {
        List<Order> wholes = wholesBehind(close);
        return wholes.isEmpty() ? Optional.empty() : Optional.of(wholes.getLast());
    }

    private List<Order> wholesBehind(Order close) {
        List<Order> wholes = new ArrayList<>();
        Optional<Order> behind = last(close.terms().symbol());
        while (behind.isPresent() && !behind.get().id().equals(close.id())) {
            if (CloseTerms.all(behind.get())
                    && CloseTerms.sameKind(behind.get().terms(), close.terms())) {
                wholes.add(behind.get());
            }
            behind = before(behind.get());
        }
        return wholes.reversed();
    }

    /** Returns the stored close, or the one of another size that took its place. */
    Order current(Order close) {
        Order stored = repository.find(close.id()).orElse(close);
        return movable(stored) ? wholeBehind(stored).orElse(stored) : stored;
    }

    /** Returns the same, but not a close that was requested after the other one had ended. */
    public Order successor(Order close) {
        Order now = repository.find(close.id()).orElse(close);
        for (Order behind : movable(now) ? wholesBehind(now) : List.<Order>of()) {
            if (!movable(now) || behind.createdAt().isAfter(now.updatedAt())) {
                return now;
            }
            now = behind;
        }
        return now;
    }

    private static boolean movable(Order close) {
        return CloseTerms.all(close) && unsent(close);
    }

    /** Returns whether a requested close is next: those before it have ended, or rest. */
    boolean next(Order request) {
        return ahead(request).stream().allMatch(CloseChain::rests);
    }

    /** Returns the closes before this one that have not ended, in the order in which they go. */
    List<Order> ahead(Order request) {
        return unfinished(before(request));
    }

    /** A close that ended unsent may have waited for others, which wait on. */
    private List<Order> unfinished(Optional<Order> last) {
        List<Order> unfinished = new ArrayList<>();
        Optional<Order> close = last;
        while (close.isPresent() && (!close.get().status().closed() || unsent(close.get()))) {
            if (!close.get().status().closed()) {
                unfinished.add(close.get());
            }
            close = before(close.get());
        }
        return unfinished.reversed();
    }

    private static boolean unsent(Order close) {
        return close.status() == OrderStatus.CANCELED && close.brokerOrderId() == null;
    }

    /** Returns the number of closes up to this one that ended in a row without having worked. */
    public int refusedInARow(Order close) {
        int refused = 0;
        Optional<Order> order = Optional.of(close);
        while (refused < MAX_REFUSALS
                && order.isPresent()
                && REFUSED.contains(order.get().status())
                && order.get().cumQty().zero()) {
            refused++;
            order = before(order.get());
        }
        return refused;
    }

    /**
     * Stores a requested close behind the last one; if several callers store one, the first counts.
     */
    Order store(NewOrder terms, boolean all, Optional<Order> last, Evidence evidence) {
        OrderId id = ids.nextOrderId();
        Closing purpose = new Closing(last.map(Order::id).orElse(null), all);
        String text = CloseTerms.text(all, Objects.requireNonNull(terms.orderQty(), "by quantity"));
        Order request =
                Order.waiting(
                        id,
                        ids.clientOrderId(id),
                        purpose.key(terms.symbol()),
                        purpose,
                        null,
                        terms,
                        text,
                        clock.instant());
        return repository.add(request, evidence).order();
    }
}
