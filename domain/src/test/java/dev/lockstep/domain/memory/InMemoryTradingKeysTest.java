package dev.lockstep.domain.memory;

import dev.lockstep.contracts.store.TradingKeysContract;
import dev.lockstep.domain.port.store.TradingKeys;

class InMemoryTradingKeysTest extends TradingKeysContract {
    private final TradingKeys keys = new InMemoryTradingKeys();

    @Override
    protected TradingKeys keys() {
        return keys;
    }
}
