package dev.lockstep.domain.usecase;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.OrderRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a row for each order that the broker hung on one of ours, from the first time it is shown.
 *
 * <p>The legs are stored before the parent's acknowledgement: a crash in between leaves the parent
 * unresolved, so that it is looked up again, and a leg that is there already stays one row.
 */
final class Legs {
    private final OrderRepository repository;
    private final OrderIds ids;
    private final InstantSource clock;

    Legs(OrderRepository repository, OrderIds ids, InstantSource clock) {
        this.repository = repository;
        this.ids = ids;
        this.clock = clock;
    }

    void keep(Order parent, BrokerOrder there, Evidence evidence) {
        Instant now = clock.instant();
        List<Order> legs = new ArrayList<>();
        for (BrokerOrder leg : there.legs()) {
            NewOrder terms = leg.terms();
            if (terms != null) {
                legs.add(Order.leg(ids.nextOrderId(), parent, terms, leg, now));
            }
        }
        if (!legs.isEmpty()) {
            repository.addAll(legs, evidence);
        }
    }
}
