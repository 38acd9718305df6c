package dev.lockstep.app.recovery;

import dev.lockstep.app.config.Timings;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.util.function.IntConsumer;

/** Records what the broker has of our orders, by queries alone: no request changes an order. */
public final class BrokerVerification {
    private final Recovery recovery;
    private final SyncOrders syncOrders;

    /** Builds it on its ports. */
    public BrokerVerification(
            OrderRepository repository,
            Broker broker,
            OrderIds ids,
            PlatformClock clock,
            Timings timings,
            Pause pause) {
        Broker queried = new ReadOnlyBroker(broker);
        RecoveryPolicy policy = new RecoveryPolicy(timings.grace(), timings.intentTtl());
        this.recovery =
                new Recovery(
                        ResolveUnknown.asking(repository, queried, ids, clock, policy),
                        timings,
                        clock,
                        pause);
        this.syncOrders = new SyncOrders(repository, queried, ids, clock);
    }

    /**
     * Waits for unanswered orders, within a bound, and syncs.
     *
     * @param waiting receives the number of orders still unanswered before each pause
     */
    public SyncResult sync(IntConsumer waiting) throws InterruptedException {
        recovery.settleAll(waiting);
        return syncOrders.sync();
    }
}
