package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.OrderScanner;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides when closes and reversals that wait take their next step: at once when an order of their
 * instruments changed here, else after growing gaps, for each step costs requests to the broker.
 * For one thread at a time.
 */
final class CloseBackoff {
    private static final Duration FIRST_GAP = Duration.ofSeconds(2);
    private static final Duration LONGEST_GAP = Duration.ofSeconds(30);

    private static final Set<OrderStatus> AT_BROKER =
            Arrays.stream(OrderStatus.values())
                    .filter(OrderStatus::mayBeAtBroker)
                    .collect(Collectors.toUnmodifiableSet());

    private final OrderRepository repository;
    private final PlatformClock clock;
    private Map<OrderId, Long> versions = Map.of();
    private long steppedAt;
    private Duration gap = FIRST_GAP;

    CloseBackoff(OrderRepository repository, PlatformClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Whether the next step is due; the caller takes it. */
    boolean due() {
        List<Order> waiting =
                listed(OrderQuery.all().in(EnumSet.of(OrderStatus.WAITING))).stream()
                        .filter(CloseBackoff::waitsForClose)
                        .toList();
        Map<OrderId, Long> before = versions;
        versions = versions(waiting);
        if (!versions.equals(before)) {
            gap = FIRST_GAP;
        } else if (waiting.isEmpty() || clock.since(steppedAt).compareTo(gap) < 0) {
            return false;
        } else {
            Duration twice = gap.multipliedBy(2);
            gap = twice.compareTo(LONGEST_GAP) < 0 ? twice : LONGEST_GAP;
        }
        steppedAt = clock.nanoTime();
        return true;
    }

    private static boolean waitsForClose(Order order) {
        return Kind.CLOSING.of(order) || Kind.PROTECTION.of(order) || Kind.REVERSAL.of(order);
    }

    private Map<OrderId, Long> versions(List<Order> waiting) {
        Map<OrderId, Long> now = new HashMap<>();
        waiting.forEach(order -> now.put(order.id(), order.version()));
        Set<Symbol> symbols =
                waiting.stream().map(order -> order.terms().symbol()).collect(Collectors.toSet());
        for (Symbol symbol : symbols) {
            listed(OrderQuery.all().in(AT_BROKER).of(symbol))
                    .forEach(order -> now.put(order.id(), order.version()));
        }
        return now;
    }

    private List<Order> listed(OrderQuery query) {
        return new OrderScanner(repository).listed(query);
    }
}
