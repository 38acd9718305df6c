package dev.lockstep.domain.memory;

import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.contracts.store.FillsContract;

class InMemoryFillsTest extends FillsContract {
    private final Fills fills = new InMemoryFills();

    @Override
    protected Fills fills() {
        return fills;
    }
}
