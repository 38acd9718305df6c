package dev.lockstep.contracts.store;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.store.risk.ConcurrentStrategyRiskContract;
import dev.lockstep.contracts.store.risk.StrategyExposureContract;
import dev.lockstep.contracts.store.risk.StrategyRiskFixture;
import dev.lockstep.contracts.store.risk.StrategyRulesContract;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;

/**
 * The promises of every {@link OrderRepository} with its {@link RiskControl} about the limits of
 * strategies: the test of an adapter extends this class, hands in both, and runs the tests of every
 * topic named below. One whose file several processes share also overrides {@link #elsewhere()}.
 */
public abstract class StrategyRiskContract
        implements StrategyRulesContract, StrategyExposureContract, ConcurrentStrategyRiskContract {
    private final SampleOrders sample = new SampleOrders();

    @Override
    public final StrategyRiskFixture its() {
        return new StrategyRiskFixture(repository(), riskControl(), sample);
    }
}
