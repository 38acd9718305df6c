package dev.lockstep.domain.usecase.access;

import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.SecretHash;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.TradingKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Adds, rotates and revokes trading keys. Each change is stored with its author, and the secrets
 * are stored as hashes.
 *
 * <p>Thread-safe, also for several processes.
 */
public final class ManageKeys {
    private final TradingKeys keys;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * Builds the use case.
     *
     * @param random a cryptographically strong and thread-safe source
     */
    public ManageKeys(TradingKeys keys, InstantSource clock, RandomGenerator random) {
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /** Adds a key. */
    public KeyResult add(
            KeyName name, StrategyId strategy, KeyRole role, KeyView view, String who) {
        KeySecret secret = KeySecret.random(random);
        Instant now = clock.instant();
        TradingKey key =
                new TradingKey(
                        name,
                        KeyId.random(random),
                        SecretHash.of(secret),
                        strategy,
                        role,
                        view,
                        now,
                        now,
                        who,
                        null);
        return keys.add(key) ? new KeyResult.Issued(key, secret) : new KeyResult.Taken(name);
    }

    /** Gives a key new credentials; the old ones are refused from then on. */
    public KeyResult rotate(KeyName name, String who) {
        KeySecret secret = KeySecret.random(random);
        SecretHash hash = SecretHash.of(secret);
        KeyId id = KeyId.random(random);
        Instant now = clock.instant();
        Optional<TradingKey> rotated =
                keys.update(name, key -> key.valid() ? key.rotated(id, hash, who, now) : key);
        return rotated.filter(TradingKey::valid)
                .<KeyResult>map(key -> new KeyResult.Issued(key, secret))
                .orElseGet(() -> new KeyResult.NoValidKey(name));
    }

    /** Revokes a key; its orders stay, and its requests are refused from then on. */
    public KeyResult revoke(KeyName name, String who) {
        Instant now = clock.instant();
        return keys.update(name, key -> key.valid() ? key.revoked(who, now) : key)
                .<KeyResult>map(KeyResult.Revoked::new)
                .orElseGet(() -> new KeyResult.NoValidKey(name));
    }

    /** Returns whether a key is neither rotated nor revoked. */
    public boolean valid(TradingKey key) {
        return keys.byId(key.id()).filter(TradingKey::valid).isPresent();
    }

    /** Returns all keys by name. */
    public List<TradingKey> list() {
        return keys.all();
    }

    /**
     * Returns the valid key of these credentials; empty if there is none. An unknown key takes as
     * long as a wrong secret.
     */
    public Optional<TradingKey> authenticate(KeyId id, KeySecret secret) {
        Optional<TradingKey> known = keys.byId(id);
        SecretHash expected =
                known.map(TradingKey::secretHash).orElseGet(() -> new SecretHash("0".repeat(64)));
        boolean matches = expected.matches(secret);
        return known.filter(key -> matches && key.valid());
    }
}
