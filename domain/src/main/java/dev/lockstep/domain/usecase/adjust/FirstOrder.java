package dev.lockstep.domain.usecase.adjust;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;

/** The time before which nothing in the account's history is ours. */
public final class FirstOrder {
    private static final int READ = 100;

    private FirstOrder() {}

    /**
     * Returns when the first order was created; now where there is none.
     *
     * <p>Ids are in the order of our clock. An order that was created while the clock was ahead and
     * never reached the broker would hide what the broker has of later ones, so the first {@value
     * #READ} are compared, and no time that is still to come is believed.
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
