package dev.lockstep.benchmarks.usecase;

import com.sun.management.ThreadMXBean;
import dev.lockstep.benchmarks.measure.ConcurrentCalls;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders submitted by the use case: the intent is durable before the request, and the answer after
 * it. Counts the memory that all threads of this process allocate.
 */
final class Submissions implements Contestant {
    private final String name;
    private final TradingAccount account;
    private final SubmitOrder submitOrder;
    private final int callers;
    private final int orders;
    private final List<Double> bytesPerOrder = new ArrayList<>();

    Submissions(String name, TradingAccount account, int callers, int orders) {
        this.name = name;
        this.account = account;
        this.submitOrder = account.submitOrder();
        this.callers = callers;
        this.orders = orders;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Score run() throws InterruptedException {
        long before = allocated();
        Score score =
                ConcurrentCalls.run(orders, callers, number -> account.submit(submitOrder, number));
        bytesPerOrder.add((double) (allocated() - before) / orders);
        return score;
    }

    /** Returns the bytes allocated for an order in each of the last rounds. */
    double[] bytesPerOrder(int rounds) {
        return bytesPerOrder.subList(bytesPerOrder.size() - rounds, bytesPerOrder.size()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class)
                .getTotalThreadAllocatedBytes();
    }
}
