package dev.lockstep.domain.memory;

import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.contracts.store.TradingKeysContract;

class InMemoryTradingKeysTest extends TradingKeysContract {
    private final TradingKeys keys = new InMemoryTradingKeys();

    @Override
    protected TradingKeys keys() {
        return keys;
    }
}
