package dev.lockstep.domain.usecase.access;

import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.TradingKey;

/** The result of {@link ManageKeys}. */
public sealed interface KeyResult {
    /**
     * A key has new credentials.
     *
     * @param key the key
     * @param secret its secret, which is not stored: show it now
     */
    record Issued(TradingKey key, KeySecret secret) implements KeyResult {}

    /**
     * A key is revoked.
     *
     * @param key the key
     */
    record Revoked(TradingKey key) implements KeyResult {}

    /**
     * The name is taken, also if its key is revoked, or there are too many keys.
     *
     * @param name the name
     */
    record Taken(KeyName name) implements KeyResult {}

    /**
     * There is no such key, or it is revoked.
     *
     * @param name the name
     */
    record NoValidKey(KeyName name) implements KeyResult {}
}
