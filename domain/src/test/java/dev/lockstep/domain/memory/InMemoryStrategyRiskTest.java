package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.StrategyRiskContract;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;

class InMemoryStrategyRiskTest extends StrategyRiskContract {
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();

    @Override
    public OrderRepository repository() {
        return repository;
    }

    @Override
    public RiskControl riskControl() {
        return repository;
    }
}
