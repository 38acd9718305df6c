package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores each leg that the broker created for one of our orders, when it is first shown.
 *
 * <p>The legs are stored before the acknowledgement of the parent: a crash in between leaves the
 * parent unanswered, so that it is looked up again, and a stored leg is not stored twice.
 */
public final class LegRegistrar {
    /** The most orders of a chain of replacements that are asked for. */
    private static final int MAX_SUCCESSORS = 10;

    private final OrderRepository repository;
    private final Broker broker;
    private final OrderIds ids;
    private final InstantSource clock;

    public LegRegistrar(
            OrderRepository repository, Broker broker, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores the legs of an order that has some.
     *
     * @return whether they are all known; not every answer of a broker shows them
     */
    public boolean keep(Order parent, BrokerOrder there, Evidence evidence) {
        if (parent.terms().orderClass() instanceof OrderClass.Simple) {
            return true;
        }
        if (parent.replaces() != null && there.legs().isEmpty()) {
            return true; // They are kept already, below the order whose place it took.
        }
        List<BrokerOrder> shown = there.legs().isEmpty() ? asked(there) : there.legs();
        List<Order> legs = new ArrayList<>();
        int known = 0;
        for (BrokerOrder leg : shown) {
            NewOrder terms = leg.terms();
            if (known(leg)) {
                known++;
            } else if (terms != null) {
                NewOrder ofParents = terms.with(parent.terms().strategy());
                legs.add(Order.leg(ids.nextOrderId(), parent, ofParents, leg, clock.instant()));
            }
        }
        try {
            repository.addAll(legs, evidence);
        } catch (InvalidValueException refused) {
            // Another thread or process may have adopted a leg since it was looked up.
            if (shown.stream().filter(this::known).count() == known) {
                throw refused;
            }
            return false;
        }
        return !shown.isEmpty() && known + legs.size() == shown.size();
    }

    /**
     * A leg that an unanswered replacement of ours made is known under its client order id only.
     */
    private boolean known(BrokerOrder leg) {
        return repository.byBrokerOrderId(leg.brokerOrderId()).isPresent()
                || repository.byClientOrderId(leg.clientOrderId()).isPresent();
    }

    /** Legs go over to the order that replaces theirs. */
    private List<BrokerOrder> asked(BrokerOrder there) {
        BrokerOrderId next = there.brokerOrderId();
        for (int asked = 0; next != null && asked < MAX_SUCCESSORS; asked++) {
            if (!(broker.find(next) instanceof OrderLookup.Found found)) {
                return List.of();
            }
            if (!found.order().legs().isEmpty()) {
                return found.order().legs();
            }
            next = found.order().replacedBy();
        }
        return List.of();
    }
}
