package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.store.ConditionalRelease;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Ends the wait of locally held orders. Each action claims the version that was read, so that one
 * of several threads and processes succeeds.
 */
public final class HeldOrders {
    private final OrderRepository repository;
    private final PlatformClock clock;
    private final OrderSender delivery;

    public HeldOrders(
            OrderRepository repository, Broker broker, OrderIds ids, PlatformClock clock) {
        this.repository = repository;
        this.clock = clock;
        MarketWatch watch = new MarketWatch(broker, MarketData.unavailable(), clock);
        this.delivery = new OrderSender(repository, broker, ids, clock, watch);
    }

    /**
     * Sends it, if its terms are allowed with all open orders at that moment; empty if not, or if
     * it has changed since it was read.
     */
    public Optional<Order> send(Order seen, String why, BiPredicate<NewOrder, Exposure> gate) {
        long since = clock.nanoTime();
        UpdateOutcome outcome =
                repository.release(
                        new ConditionalRelease(
                                seen,
                                exposure -> gate.test(seen.terms(), exposure),
                                clock.instant(),
                                Evidence.local(why)));
        return updated(outcome).map(released -> delivery.send(released, since).order());
    }

    /** Ends it unsent; empty if it is not as it was seen any more. */
    public Optional<Order> giveUp(Order seen, String why) {
        return changed(seen, new ExecutionReport.GivenUp(why), why);
    }

    /**
     * Refuses it, so that it ends unsent as an order that was denied; empty if it is not as it was
     * seen any more.
     */
    public Optional<Order> deny(Order seen, String why) {
        return changed(seen, new ExecutionReport.Withdrawn(why), why);
    }

    /** Records the reason of the wait. */
    public void explain(Order seen, String why) {
        changed(seen, new ExecutionReport.Waits(why), why);
    }

    private Optional<Order> changed(Order seen, ExecutionReport report, String why) {
        Instant now = clock.instant();
        UpdateOutcome outcome =
                repository.update(
                        new OrderUpdate(
                                seen.id(),
                                stored ->
                                        stored.version() == seen.version()
                                                ? stored.apply(report, now)
                                                : stored,
                                Evidence.local(why)));
        return updated(outcome);
    }

    private static Optional<Order> updated(UpdateOutcome outcome) {
        return outcome instanceof UpdateOutcome.Updated updated
                ? Optional.of(updated.after())
                : Optional.empty();
    }
}
