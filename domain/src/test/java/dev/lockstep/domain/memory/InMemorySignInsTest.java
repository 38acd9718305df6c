package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.SignInsContract;
import dev.lockstep.domain.port.store.SignIns;

class InMemorySignInsTest extends SignInsContract {
    private final SignIns signIns = new InMemorySignIns();

    @Override
    protected SignIns signIns() {
        return signIns;
    }
}
