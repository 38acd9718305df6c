package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.FillsContract;
import dev.lockstep.domain.port.store.Fills;

class InMemoryFillsTest extends FillsContract {
    private final Fills fills = new InMemoryFills();

    @Override
    protected Fills fills() {
        return fills;
    }
}
