package dev.lockstep.domain.usecase.executions;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names the orders that may have traded otherwise than recorded although their executions add up:
 * those of which an execution was corrected, and the last ones of an instrument of which the
 * position differs from the broker's.
 */
final class SuspectOrders {
    /** The most of one instrument; an older order is not asked for again. */
    private static final int MAX_OF_ONE_SYMBOL = 10;

    private final OrderRepository repository;
    private final IncidentBook incidents;

    SuspectOrders(OrderRepository repository, IncidentBook incidents) {
        this.repository = repository;
        this.incidents = incidents;
    }

    /** Returns the orders of these corrections. */
    List<Order> of(List<FillCorrection> corrections) {
        Set<Order> suspects = new LinkedHashSet<>();
        corrections.forEach(correction ->
                repository.byBrokerOrderId(correction.brokerOrderId()).ifPresent(suspects::add));
        incidents
                .subjects(IncidentKind.POSITION_MISMATCH)
                .forEach(symbol -> suspects.addAll(lastTraded(new Symbol(symbol))));
        return List.copyOf(suspects);
    }

    private List<Order> lastTraded(Symbol symbol) {
        return repository.search(
                OrderQuery.all().of(symbol).counted().newestFirst().limit(MAX_OF_ONE_SYMBOL));
    }
}
