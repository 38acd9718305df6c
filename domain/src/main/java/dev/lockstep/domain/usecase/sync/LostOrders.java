package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.store.AddOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.ShownValue;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Restores orders that this database sent and does not have any more, as after a restored backup or
 * a damaged file: the client order id says that it sent them, and holds their id.
 */
public final class LostOrders {
    private final OrderRepository repository;
    private final OrderIds ids;
    private final InstantSource clock;

    public LostOrders(OrderRepository repository, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the order with its legs; empty if it is external or cannot be expressed. */
    public Optional<SyncFinding> restored(BrokerOrder there, Evidence evidence) {
        return ids.orderId(there.clientOrderId())
                .map(id -> AdoptedFamily.of(there, id, replaced(there), ids, clock.instant()))
                .filter(family -> !family.orders().isEmpty())
                .flatMap(family -> stored(family, evidence));
    }

    private @Nullable Order replaced(BrokerOrder there) {
        return there.replaces() == null
                ? null
                : repository.byBrokerOrderId(there.replaces()).orElse(null);
    }

    private Optional<SyncFinding> stored(AdoptedFamily family, Evidence evidence) {
        List<AddOutcome> outcomes = repository.addAll(family.orders(), evidence);
        return outcomes.getFirst() instanceof AddOutcome.Added added
                ? Optional.of(
                        new SyncFinding(
                                IncidentKind.LOST_ORDER, added.order(), text(family.there())))
                : Optional.empty();
    }

    private static String text(BrokerOrder there) {
        return "the broker has an order that was sent from here and was missing here, submitted "
                + ShownValue.seconds(there.submittedAt())
                + ": "
                + ShownValue.of(there.side())
                + " "
                + there.symbol()
                + ", "
                + there.status().word()
                + " with "
                + there.cumQty()
                + " traded; it is restored without its strategy and its earlier history, so check"
                + " the database and its backups";
    }
}
