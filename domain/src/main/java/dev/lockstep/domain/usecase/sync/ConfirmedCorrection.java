package dev.lockstep.domain.usecase.sync;

import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Records the broker's order in place of ours where a list contradicts what was recorded before.
 *
 * <p>The list may be older than the event that it contradicts. So an order that changed just now is
 * left to the next pass, and any other is looked up after it was read here; only what both answers
 * show is believed, and only if the order did not change meanwhile.
 */
public final class ConfirmedCorrection {
    /** How long the broker's answers may lag behind its events. */
    static final Duration LAG = Duration.ofSeconds(2);

    private final OrderRepository repository;
    private final Broker broker;
    private final InstantSource clock;
    private final PursueRequests pursueRequests;

    public ConfirmedCorrection(OrderRepository repository, Broker broker, InstantSource clock) {
        this.repository = repository;
        this.broker = broker;
        this.clock = clock;
        this.pursueRequests = new PursueRequests(repository, broker, clock);
    }

    /** Whether the order has not changed here for so long that a list cannot be older. */
    public boolean settled(Order order) {
        return Duration.between(order.updatedAt(), clock.instant()).abs().compareTo(LAG) >= 0;
    }

    /**
     * Looks the order up, and records it as the broker has it.
     *
     * @param contradicts whether an order of the broker contradicts ours
     * @param text what is recorded, for a person
     * @return what was recorded; empty if the look-up does not show it or the order changed
     */
    public Optional<Recorded> record(
            Order ours,
            Predicate<BrokerOrder> contradicts,
            BiFunction<Order, BrokerOrder, String> text) {
        if (!(broker.find(ours.clientOrderId()) instanceof OrderLookup.Found found)
                || !contradicts.test(found.order())) {
            return Optional.empty();
        }
        String said = text.apply(ours, found.order());
        return repository.update(correction(ours, found, said))
                        instanceof UpdateOutcome.Updated updated
                ? Optional.of(new Recorded(pursueRequests.after(updated), said))
                : Optional.empty();
    }

    private OrderUpdate correction(Order ours, OrderLookup.Found found, String text) {
        Instant now = clock.instant();
        ExecutionReport report = new ExecutionReport.Corrected(found.order().report());
        return new OrderUpdate(
                ours.id(),
                stored -> stored.version() == ours.version() ? stored.apply(report, now) : stored,
                new Evidence(
                        Evidence.Source.CORRECTION,
                        text,
                        found.evidence().requestId(),
                        found.evidence().payload()));
    }

    /**
     * What was recorded.
     *
     * @param order the order after it
     * @param text what was recorded, for a person
     */
    public record Recorded(Order order, String text) {}
}
