package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.AdjustmentsContract;
import dev.lockstep.domain.port.store.OrderRepository;

class InMemoryAdjustmentsTest extends AdjustmentsContract {
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();

    @Override
    protected OrderRepository repository() {
        return repository;
    }
}
