package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds orders that got one of some final statuses since the last check, by their ids: the wall
 * clock may be set back between two of them. For one thread at a time.
 */
final class NewlyClosed {
    /** More than get one of the statuses between two checks. */
    private static final int NEWEST = 50;

    /** A stop may be refused a moment before the fill of its entry is known. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(10);

    private final OrderRepository repository;
    private final PlatformClock clock;
    private final Set<OrderStatus> statuses;
    private final Map<OrderId, Long> examinedSince = new HashMap<>();
    private List<Order> newest = List.of();

    NewlyClosed(OrderRepository repository, PlatformClock clock, Set<OrderStatus> statuses) {
        this.repository = repository;
        this.clock = clock;
        this.statuses = Set.copyOf(statuses);
    }

    /** Returns those not examined yet or examined for a moment only; at first the newest ones. */
    List<Order> list() {
        newest = repository.search(OrderQuery.all().in(statuses).newestFirst().limit(NEWEST));
        return newest.stream().filter(order -> !settled(order.id())).toList();
    }

    private boolean settled(OrderId id) {
        Long since = examinedSince.get(id);
        return since != null && clock.since(since).compareTo(SETTLES_WITHIN) >= 0;
    }

    /** Notes that the listed orders were examined; a check that fails repeats them. */
    void examined() {
        examinedSince
                .keySet()
                .retainAll(newest.stream().map(Order::id).collect(Collectors.toSet()));
        newest.forEach(order -> examinedSince.putIfAbsent(order.id(), clock.nanoTime()));
    }
}
