package dev.lockstep.domain.port.store;

import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.risk.limit.RiskChange;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The trading keys. A change applies to every process from the moment at which it is stored. A
 * revoked key stays, so that its name is not given to another program.
 *
 * <p>Implementations are thread-safe. Every method throws {@link RepositoryException} if the store
 * fails.
 */
public interface TradingKeys {
    /** The most keys, revoked ones included. */
    int MAX_KEYS = 1_000;

    /**
     * Stores a new key and the limits of its strategy, or nothing.
     *
     * @param limits changes of the limits
     * @return false if the name is taken, or if there are {@link #MAX_KEYS}
     */
    boolean add(TradingKey key, List<RiskChange> limits);

    /**
     * Changes a key from what is stored.
     *
     * @param change returns the next version, or the same to store nothing; the name must not
     *     change; it is pure and quick, and may run more than once
     * @return the key after it, empty if there is no such key
     */
    Optional<TradingKey> update(KeyName name, UnaryOperator<TradingKey> change);

    /** Returns the key of this public part. */
    Optional<TradingKey> byId(KeyId id);

    /** Returns the key of this name. */
    Optional<TradingKey> byName(KeyName name);

    /** Returns all keys by name. */
    List<TradingKey> all();
}
