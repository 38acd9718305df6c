package dev.lockstep.domain.usecase.adjust;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;

/** The time before which no activity of the account is ours. */
public final class FirstOrder {
    private static final int READ = 100;

    private FirstOrder() {}

    /**
     * Returns when the first order was created; now if there is none.
     *
     * <p>Ids are ordered by our clock. An order created while the clock was ahead, and that never
     * reached the broker, would hide earlier activities, so the first {@value #READ} orders are
     * compared, and times in the future are ignored.
     */
    public static Instant created(OrderRepository repository, InstantSource clock) {
        Instant now = clock.instant();
        return repository.search(OrderQuery.all().limit(READ)).stream()
                .map(FirstOrder::began)
                .filter(time -> time.isBefore(now))
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    /** Our clock may have been ahead when the order was created; the broker's time is right. */
    private static Instant began(Order order) {
        Instant changed = order.state().transactTime();
        return changed != null && changed.isBefore(order.createdAt()) ? changed : order.createdAt();
    }
}
