package dev.lockstep.contracts.store;

import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;

/**
 * Makes the stores that the use cases are tested with: in memory, or those of the class that the
 * system property {@value #PROPERTY} names, by which another module runs the same tests on its
 * store.
 */
@FunctionalInterface
public interface ScenarioStores {
    /** Names a class with a public constructor without parameters. */
    String PROPERTY = "lockstep.scenario.stores";

    /** Returns an empty store, which is closed with the process at the latest. */
    Store fresh();

    /** Returns an empty store of the kind that this process tests with. */
    static Store anyFresh() {
        return Chosen.STORES.fresh();
    }

    private static Store inMemory() {
        InMemoryOrderRepository orders = new InMemoryOrderRepository();
        return new Store(orders, orders, orders, orders.fills());
    }

    /** The kind of this process. */
    final class Chosen {
        private static final ScenarioStores STORES = chosen();

        private Chosen() {}

        private static ScenarioStores chosen() {
            String named = System.getProperty(PROPERTY, "");
            if (named.isEmpty()) {
                return ScenarioStores::inMemory;
            }
            try {
                return Class.forName(named)
                        .asSubclass(ScenarioStores.class)
                        .getConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException wrong) {
                throw new IllegalStateException(PROPERTY + ": " + named, wrong);
            }
        }
    }

    /**
     * The ports of one store.
     *
     * @param repository the orders
     * @param riskControl their limits
     * @param feed their events
     * @param fills the executions
     */
    record Store(
            OrderRepository repository, RiskControl riskControl, OrderFeed feed, Fills fills) {}
}
