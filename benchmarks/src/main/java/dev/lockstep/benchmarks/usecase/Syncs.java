package dev.lockstep.benchmarks.usecase;

import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import dev.lockstep.domain.usecase.sync.SyncResult;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Syncs of the open orders, before each of which some were canceled at the broker. The cancels, and
 * the orders that take the canceled ones' place afterwards, are not timed.
 */
final class Syncs implements Contestant {
    private static final long SEED = 5;

    private final String name;
    private final TradingAccount account;
    private final int open;
    private final int canceled;
    private final SyncOrders syncOrders;
    private final SplittableRandom random = new SplittableRandom(SEED);

    Syncs(String name, TradingAccount account, int open, int canceled) {
        this.name = name;
        this.account = account;
        this.open = open;
        this.canceled = canceled;
        this.syncOrders = account.syncOrders();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Score run() throws InterruptedException {
        if (canceled > 0) {
            cancel();
        }
        long began = System.nanoTime();
        SyncResult result = syncOrders.sync();
        long took = System.nanoTime() - began;
        if (!(result instanceof SyncResult.Completed completed)) {
            throw new IllegalStateException("sync: " + result);
        }
        TradingAccount.requireCount("changed orders", completed.changed().size(), canceled);
        if (canceled > 0) {
            account.openOrders(canceled);
        }
        return Score.of(open, took, new long[] {took});
    }

    private void cancel() {
        List<BrokerOrder> orders = new ArrayList<>(account.openAtBroker());
        for (int number = 0; number < canceled; number++) {
            BrokerOrderId id = orders.remove(random.nextInt(orders.size())).brokerOrderId();
            CancelAnswer answer = account.broker().cancel(id);
            if (!(answer instanceof CancelAnswer.Requested)) {
                throw new IllegalStateException("cancel of " + id.value() + ": " + answer);
            }
        }
    }
}
