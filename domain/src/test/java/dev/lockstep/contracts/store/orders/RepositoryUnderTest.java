package dev.lockstep.contracts.store.orders;

import dev.lockstep.domain.port.store.OrderRepository;

/** What the topics of the contract ask of an adapter's test. */
public interface RepositoryUnderTest {
    /** The repository under test, empty at the start of each test and the same one throughout. */
    OrderRepository repository();

    /** The same repository, with sample orders. */
    OrderFixture its();
}
