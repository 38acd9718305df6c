package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.EntryChain;
import dev.lockstep.domain.usecase.query.OrderScanner;
import dev.lockstep.domain.usecase.query.StoredAges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds stops that ended at the broker without a request from here: canceled for a split or by
 * another program, or expired with their day. For one thread at a time.
 */
final class EndedStops {
    /** A stop ends a moment before or after the trade that ends it is known. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(10);

    private static final Set<OrderStatus> ENDED =
            EnumSet.of(OrderStatus.CANCELED, OrderStatus.EXPIRED);

    private static final Set<OrderStatus> NOT_CLOSED =
            Arrays.stream(OrderStatus.values())
                    .filter(status -> !status.closed())
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final PlatformClock clock;
    private final StoredAges ages;
    private final EntryChain entries;
    private final NewlyClosed newlyEnded;
    private OptionalLong began = OptionalLong.empty();
    private final Map<OrderId, String> working = new HashMap<>();
    private final Map<OrderId, String> ended = new HashMap<>();

    EndedStops(OrderRepository repository, PlatformClock clock) {
        this.repository = repository;
        this.clock = clock;
        this.ages = new StoredAges(clock);
        this.entries = new EntryChain(repository);
        this.newlyEnded = new NewlyClosed(repository, clock, ENDED);
    }

    /**
     * The symbols of which a stop ended since the last call; at first those of every position, for
     * one may have ended before this process began.
     */
    Set<String> symbols(Predicate<Order> protective) {
        Map<OrderId, String> now = new HashMap<>();
        new OrderScanner(repository)
                .of(
                        OrderQuery.all().in(NOT_CLOSED),
                        order -> {
                            if (protective.test(order)) {
                                now.put(order.id(), order.terms().symbol().value());
                            }
                        });
        working.keySet().removeAll(now.keySet());
        ended.putAll(working);
        // A stop that came and went between two checks never was among the working ones.
        newlyEnded.list().stream()
                .filter(protective)
                .forEach(stop -> ended.put(stop.id(), stop.terms().symbol().value()));
        working.clear();
        working.putAll(now);
        Set<String> symbols = new LinkedHashSet<>(ended.values());
        ended.keySet().removeIf(id -> repository.find(id).filter(this::unsettled).isEmpty());
        if (begins()) {
            repository
                    .holdings()
                    .bySymbol()
                    .keySet()
                    .forEach(symbol -> symbols.add(symbol.value()));
        }
        return symbols;
    }

    /** Notes that the stops were examined; a check that fails examines them again. */
    void examined() {
        newlyEnded.examined();
    }

    /** Whether some of the stops that ended before the first call may still be unsettled. */
    private boolean begins() {
        if (began.isEmpty()) {
            began = OptionalLong.of(clock.nanoTime());
        }
        return clock.since(began.getAsLong()).compareTo(SETTLES_WITHIN.multipliedBy(2)) < 0;
    }

    private boolean unsettled(Order stop) {
        return !ages.reached(stop.id().value(), stop.updatedAt(), SETTLES_WITHIN);
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
                + stop.updatedAt()
                + ". Send a stop or close the position.";
    }
}
