package dev.lockstep.contracts.store.risk;

import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.BUDGET;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.FIVE_OPEN;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.MEAN;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.TREND;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.gated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Limits of a strategy under load: no number of threads and stores exceeds them. */
public interface ConcurrentStrategyRiskContract extends TestedStrategyRisk {
    @Test
    default void threads_and_stores_together_never_pass_the_open_orders_of_a_strategy()
            throws Exception {
        its().set(TREND, FIVE_OPEN);
        List<Callable<IntentOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            OrderRepository through = i % 2 == 0 ? repository() : elsewhere();
            Order intent = its().order(i % 4 < 2 ? TREND : MEAN, Side.BUY, "1");
            calls.add(() -> through.intend(gated(intent)));
        }
        List<IntentOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<IntentOutcome> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes)
                .filteredOn(outcome ->
                        outcome instanceof IntentOutcome.Stored(Order order)
                                && TREND.equals(order.terms().strategy()))
                .hasSize(5);
        assertThat(outcomes).filteredOn(IntentOutcome.Denied.class::isInstance).hasSize(15);
    }

    @Test
    default void threads_and_stores_together_never_reserve_more_than_the_budget_of_a_strategy()
            throws Exception {
        its().set(TREND, BUDGET);
        List<Callable<IntentOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            OrderRepository through = i % 2 == 0 ? repository() : elsewhere();
            Order intent = its().order(TREND, Side.BUY, "30");
            calls.add(() -> through.intend(gated(intent)));
        }
        List<IntentOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<IntentOutcome> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).filteredOn(IntentOutcome.Stored.class::isInstance).hasSize(6);
        assertThat(repository().intend(gated(its().order(TREND, Side.BUY, "21"))))
                .isInstanceOf(IntentOutcome.Denied.class);
        assertThat(repository().intend(gated(its().order(TREND, Side.BUY, "20"))))
                .isInstanceOf(IntentOutcome.Stored.class);
    }
}
