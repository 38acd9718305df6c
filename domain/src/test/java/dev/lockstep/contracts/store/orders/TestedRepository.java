package dev.lockstep.contracts.store.orders;

import dev.lockstep.domain.port.store.OrderRepository;

/** The repository that an adapter's test hands in. */
public interface TestedRepository {
    /** The repository under test, empty at the start of each test and the same one throughout. */
    OrderRepository repository();

    /** The same repository, with sample orders. */
    OrderFixture its();
}
