package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.pretrade.Refusals;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reports orders that the broker refuses again and again, one incident for each symbol, side and
 * reason. For one thread at a time.
 */
public final class WatchRefusals {
    private static final int MAX_READ = 200;
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final OrderRepository repository;
    private final IncidentBook incidents;
    private final InstantSource clock;

    public WatchRefusals(OrderRepository repository, IncidentBook incidents, InstantSource clock) {
        this.repository = repository;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Checks once, and opens or ends the incidents. */
    public void check() {
        Map<String, String> repeated = new TreeMap<>();
        repository
                .search(
                        OrderQuery.all()
                                .in(EnumSet.of(OrderStatus.REJECTED))
                                .newestFirst()
                                .limit(MAX_READ))
                .stream()
                .filter(this::recent)
                .forEach(order -> add(repeated, order));
        incidents.settle(
                IncidentKind.REFUSED_REPEATEDLY,
                repeated,
                "an order was accepted, or none was refused for ten minutes");
    }

    private boolean recent(Order order) {
        Duration age = Duration.between(order.updatedAt(), clock.instant());
        return age.abs().compareTo(RECENT) < 0;
    }

    private void add(Map<String, String> repeated, Order order) {
        String subject =
                order.terms().symbol()
                        + " "
                        + ShownValue.of(order.terms().side())
                        + " "
                        + Refusals.reason(order);
        if (repeated.containsKey(subject)) {
            return;
        }
        Refusals refusals = Refusals.of(repository, order.terms().symbol(), order.terms().side());
        if (refusals.count() >= Refusals.LIMIT
                && refusals.reason().equals(Refusals.reason(order))) {
            repeated.put(
                    subject,
                    "The broker refused the last orders of "
                            + order.terms().symbol()
                            + " for one reason ("
                            + order.state().text()
                            + "). Further ones have to wait up to a minute each; stop the caller or"
                            + " correct its orders.");
        }
    }
}
