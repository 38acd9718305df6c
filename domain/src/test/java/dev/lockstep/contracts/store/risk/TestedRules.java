package dev.lockstep.contracts.store.risk;

import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;

/** A repository with its rules, as an adapter's test hands them in. */
public interface TestedRules {
    /** The repository under test, empty at the start of each test. */
    OrderRepository repository();

    /** The rules that the repository obeys. */
    RiskControl riskControl();

    /** Another way to the same orders, such as one of another process; or the same one. */
    default OrderRepository elsewhere() {
        return repository();
    }

    /** Another way to the same rules. */
    default RiskControl controlElsewhere() {
        return riskControl();
    }
}
