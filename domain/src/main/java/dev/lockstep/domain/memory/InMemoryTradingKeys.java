package dev.lockstep.domain.memory;

import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.domain.risk.limit.RiskChange;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Trading keys kept in memory; safe for use by several threads. */
public final class InMemoryTradingKeys implements TradingKeys {
    private final NavigableMap<KeyName, TradingKey> keys = new TreeMap<>();

    private final RiskControl riskControl;

    /**
     * None yet.
     *
     * @param riskControl the limits of strategies
     */
    public InMemoryTradingKeys(RiskControl riskControl) {
        this.riskControl = riskControl;
    }

    @Override
    public synchronized boolean add(TradingKey key, List<RiskChange> limits) {
        if (keys.size() >= MAX_KEYS || keys.containsKey(key.name())) {
            return false;
        }
        // The first change fails if one does: there are too many strategies.
        limits.forEach(riskControl::change);
        keys.put(key.name(), key);
        return true;
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
    public synchronized Optional<TradingKey> byName(KeyName name) {
        return Optional.ofNullable(keys.get(name));
    }

    @Override
    public synchronized List<TradingKey> all() {
        return List.copyOf(keys.values());
    }
}
