package dev.lockstep.contracts.store.risk;

import static dev.lockstep.contracts.store.risk.RiskFixture.EVIDENCE;
import static dev.lockstep.contracts.store.risk.RiskFixture.FIVE_OPEN;
import static dev.lockstep.contracts.store.risk.RiskFixture.approved;
import static dev.lockstep.contracts.store.risk.RiskFixture.denied;
import static dev.lockstep.contracts.store.risk.RiskFixture.market;
import static dev.lockstep.contracts.store.risk.RiskFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.port.store.ConditionalInsert;
import dev.lockstep.domain.port.store.IntentOutcome;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.risk.Observation;
import dev.lockstep.domain.risk.PreTradeRisk;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.TradingState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Limits under load: no number of threads and stores exceeds them. */
public interface ConcurrentRiskContract extends TestedRisk {
    @Test
    default void threads_and_stores_together_never_pass_the_most_open_orders() throws Exception {
        its().set(FIVE_OPEN);

        List<IntentOutcome> outcomes =
                together(exposure -> exposure.openOrders() < 5 ? approved() : denied());

        assertThat(outcomes).filteredOn(IntentOutcome.Stored.class::isInstance).hasSize(5);
        assertThat(outcomes).filteredOn(IntentOutcome.Denied.class::isInstance).hasSize(35);
    }

    @Test
    default void threads_and_stores_together_never_pass_the_largest_position() throws Exception {
        its().set(new RiskLimit.MaxPositionValue(Money.of("1000")));
        its().fill(its().stored(SampleOrders.tenShares()), "10", OrderStatus.FILLED);

        List<IntentOutcome> outcomes =
                together(exposure ->
                        exposure.netQty()
                                                .plus(exposure.open().leavesQty())
                                                .value()
                                                .compareTo(new BigDecimal(60))
                                        < 0
                                ? approved()
                                : denied());

        assertThat(outcomes).filteredOn(IntentOutcome.Stored.class::isInstance).hasSize(5);
    }

    @Test
    default void threads_and_stores_together_never_sell_more_than_is_held() throws Exception {
        its().restrict(Restriction.OPERATOR, TradingState.HALTED);
        its().fill(its().stored(SampleOrders.tenShares()), "10", OrderStatus.FILLED);
        NewOrder three = terms(Side.SELL, "3", market());

        List<IntentOutcome> outcomes =
                together(
                        three,
                        exposure ->
                                PreTradeRisk.verdict(
                                        three,
                                        exposure,
                                        tenAtBroker(exposure),
                                        SampleOrders.START));

        assertThat(outcomes).filteredOn(IntentOutcome.Stored.class::isInstance).hasSize(3);
        assertThat(outcomes).filteredOn(IntentOutcome.Denied.class::isInstance).hasSize(37);
    }

    private static MarketView tenAtBroker(Exposure exposure) {
        return MarketView.NOTHING.withHolding(
                new Observation.Seen<>(
                        new MarketView.BrokerHolding(
                                NetQuantity.of("10"), exposure.holdingVersion()),
                        SampleOrders.START));
    }

    private List<IntentOutcome> together(Function<Exposure, Verdict> gate) throws Exception {
        return together(SampleOrders.tenShares(), gate);
    }

    private List<IntentOutcome> together(NewOrder terms, Function<Exposure, Verdict> gate)
            throws Exception {
        List<Callable<IntentOutcome>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            OrderRepository through = i % 2 == 0 ? repository() : elsewhere();
            Order intent = its().sample().intent(terms);
            calls.add(() -> through.intend(new ConditionalInsert(intent, null, gate, EVIDENCE)));
        }
        Collections.shuffle(calls, new Random(7));
        List<IntentOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<IntentOutcome> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }
}
