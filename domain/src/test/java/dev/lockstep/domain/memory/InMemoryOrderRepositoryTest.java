package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.OrderRepositoryContract;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;

class InMemoryOrderRepositoryTest extends OrderRepositoryContract {
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();

    @Override
    public OrderRepository repository() {
        return repository;
    }

    @Override
    public Fills fills() {
        return repository.fills();
    }
}
