package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.RiskContract;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;

class InMemoryRiskTest extends RiskContract {
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
