package dev.lockstep.contracts.store;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.store.risk.ConcurrentRiskContract;
import dev.lockstep.contracts.store.risk.ExitExposureContract;
import dev.lockstep.contracts.store.risk.ExposureContract;
import dev.lockstep.contracts.store.risk.GatedIntentContract;
import dev.lockstep.contracts.store.risk.RecentOrdersContract;
import dev.lockstep.contracts.store.risk.ReleaseContract;
import dev.lockstep.contracts.store.risk.RiskFixture;
import dev.lockstep.contracts.store.risk.RiskRulesContract;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;

/**
 * The promises of every {@link OrderRepository} with its {@link RiskControl} about the limits of
 * the account: the test of an adapter extends this class, hands in both, and runs the tests of
 * every topic named below. One whose file several processes share also overrides {@link
 * #elsewhere()} and {@link #controlElsewhere()}.
 */
public abstract class RiskContract
        implements GatedIntentContract,
                RiskRulesContract,
                ExposureContract,
                ExitExposureContract,
                ReleaseContract,
                RecentOrdersContract,
                ConcurrentRiskContract {
    private final SampleOrders sample = new SampleOrders();

    @Override
    public final RiskFixture its() {
        return new RiskFixture(repository(), riskControl(), sample);
    }
}
