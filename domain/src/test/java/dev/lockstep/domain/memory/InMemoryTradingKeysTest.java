package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.TradingKeysContract;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingKeys;

class InMemoryTradingKeysTest extends TradingKeysContract {
    private final RiskControl riskControl = new InMemoryOrderRepository().riskControl();
    private final TradingKeys keys = new InMemoryTradingKeys(riskControl);

    @Override
    protected TradingKeys keys() {
        return keys;
    }

    @Override
    protected RiskControl riskControl() {
        return riskControl;
    }
}
