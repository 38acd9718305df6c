package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.usecase.query.StoredAges;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which stops ended at the broker without a request from here: canceled for a split or by
 * another program, or expired with their day. For one thread at a time.
 */
final class EndedStops {
    /** A stop ends a moment before or after the trade that ends it is known. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(10);

    private static final Set<OrderStatus> ENDED =
            EnumSet.of(OrderStatus.CANCELED, OrderStatus.EXPIRED);

    private final OrderRepository repository;
    private final RecentlyClosed recentlyClosed;
    private final StoredAges ages;
    private final EntryChain entries;

    EndedStops(OrderRepository repository, RecentlyClosed recentlyClosed, PlatformClock clock) {
        this.repository = repository;
        this.recentlyClosed = recentlyClosed;
        this.ages = new StoredAges(clock);
        this.entries = new EntryChain(repository);
    }

    /** Why this stop does not protect the position any more; empty if that was intended. */
    Optional<String> text(Order stop, NetQuantity held) {
        return ENDED.contains(stop.status())
                        && stop.brokerOrderId() != null
                        && stop.cumQty().zero()
                        && !unsettled(stop)
                        && !intended(stop)
                ? Optional.of(text(stop, held.toString()))
                : Optional.empty();
    }

    /**
     * The stored age is asked for each time: after a clock step it begins with the first question,
     * and is not to begin only when the stop is listed no more.
     */
    private boolean unsettled(Order stop) {
        boolean aged = ages.reached(stop.id().value(), stop.updatedAt(), SETTLES_WITHIN);
        return recentlyClosed
                .since(stop.id())
                .map(known -> known.compareTo(SETTLES_WITHIN) < 0)
                .orElse(!aged);
    }

    /** Whether we canceled it or its family, it did its work, or its entry opened nothing. */
    private boolean intended(Order stop) {
        return stop.state().cancelWanted()
                || family(stop).stream().anyMatch(other -> endsByRequestOrTrade(other, stop))
                || openedNothing(stop);
    }

    private static boolean endsByRequestOrTrade(Order other, Order stop) {
        boolean canceled = other.status() == OrderStatus.CANCELED && other.state().cancelWanted();
        return canceled || (other.terms().side() == stop.terms().side() && !other.cumQty().zero());
    }

    private List<Order> family(Order stop) {
        OrderId top = Objects.requireNonNullElse(stop.parent(), stop.id());
        List<Order> family = new ArrayList<>(repository.legs(top));
        repository.find(top).ifPresent(family::add);
        family.removeIf(order -> order.id().equals(stop.id()));
        return family;
    }

    private boolean openedNothing(Order stop) {
        OrderId parent = stop.parent();
        return parent != null
                && entries.end(parent)
                        .filter(entry -> entry.terms().side() != stop.terms().side())
                        .filter(entry -> entry.status().closed() && entry.cumQty().zero())
                        .isPresent();
    }

    private static String text(Order stop, String held) {
        return "The position of "
                + held
                + " "
                + stop.terms().symbol()
                + " is unprotected: its stop, order "
                + stop.id()
                + (stop.status() == OrderStatus.EXPIRED
                        ? ", expired at the broker"
                        : ", was canceled at the broker without a request from here")
                + " before "
                + ShownValue.seconds(stop.updatedAt())
                + ". Send a stop or close the position.";
    }
}
