package dev.lockstep.domain.memory;

import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.port.store.TradingKeys;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Trading keys kept in memory; safe for use by several threads. */
public final class InMemoryTradingKeys implements TradingKeys {
    private final NavigableMap<KeyName, TradingKey> keys = new TreeMap<>();

    /** None yet. */
    public InMemoryTradingKeys() {}

    @Override
    public synchronized boolean add(TradingKey key) {
        return keys.size() < MAX_KEYS && keys.putIfAbsent(key.name(), key) == null;
    }

    @Override
    public synchronized Optional<TradingKey> update(
            KeyName name, UnaryOperator<TradingKey> change) {
        return Optional.ofNullable(keys.computeIfPresent(name, (_, key) -> change.apply(key)));
    }

    @Override
    public synchronized Optional<TradingKey> byId(KeyId id) {
        return keys.values().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public synchronized List<TradingKey> all() {
        return List.copyOf(keys.values());
    }
}
