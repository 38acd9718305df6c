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
 * Records the broker's state of an order when a list contradicts the recorded one.
 *
 * <p>The list may be older than the event that it contradicts. So an order that changed recently is
 * left to the next pass, and any other is looked up after it was read; only what both answers show
 * is trusted, and only if the order is unchanged meanwhile.
 */
public final class ConfirmedCorrection {
    /** Maximum lag of the broker's answers behind its events. */
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

    /** Returns whether the order has been unchanged for long enough that a list cannot be older. */
    public boolean settled(Order order) {
        return Duration.between(order.updatedAt(), clock.instant()).abs().compareTo(LAG) >= 0;
    }

    /**
     * Looks the order up, and records the broker's state.
     *
     * @param contradicts whether an order of the broker contradicts ours
     * @param text the recorded text
     * @return what was recorded; empty if the lookup does not confirm it or the order has changed
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
     * The record.
     *
     * @param order the order after it
     * @param text its text
     */
    public record Recorded(Order order, String text) {}
}
