package dev.lockstep.contracts.store;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.store.orders.AddOrdersContract;
import dev.lockstep.contracts.store.orders.BatchUpdateContract;
import dev.lockstep.contracts.store.orders.ConcurrentWritesContract;
import dev.lockstep.contracts.store.orders.ExecutionsContract;
import dev.lockstep.contracts.store.orders.ExternalCancelsContract;
import dev.lockstep.contracts.store.orders.HoldingsContract;
import dev.lockstep.contracts.store.orders.OrderFixture;
import dev.lockstep.contracts.store.orders.OrderQueryContract;
import dev.lockstep.contracts.store.orders.RefusedChangeContract;
import dev.lockstep.contracts.store.orders.UpdateOrderContract;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderRepository;

/**
 * The promises of every {@link OrderRepository}: the test of an adapter extends this class, hands
 * in its repository, and runs the tests of every topic named below.
 */
public abstract class OrderRepositoryContract
        implements AddOrdersContract,
                UpdateOrderContract,
                RefusedChangeContract,
                BatchUpdateContract,
                ExecutionsContract,
                ConcurrentWritesContract,
                OrderQueryContract,
                HoldingsContract,
                ExternalCancelsContract {
    private final SampleOrders sample = new SampleOrders();

    @Override
    public abstract OrderRepository repository();

    @Override
    public abstract Fills fills();

    @Override
    public final OrderFixture its() {
        return new OrderFixture(repository(), sample);
    }
}
