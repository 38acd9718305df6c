package dev.lockstep.domain.usecase.access;

import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.SecretHash;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskLimit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Adds, rotates and revokes trading keys and hooks, which share their names. Each change is stored
 * with its author, and the secrets are stored as hashes.
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

    /**
     * Adds a key, with limits of its strategy.
     *
     * @param limits each in the place of the strategy's own of that name
     */
    public KeyResult add(
            KeyName name,
            StrategyId strategy,
            KeyRole role,
            KeyView view,
            List<RiskLimit> limits,
            String who) {
        return add(name, strategy, role, view, null, limits, who);
    }

    /**
     * Adds a hook, with limits of its strategy.
     *
     * @param limits each in the place of the strategy's own of that name
     */
    public KeyResult addHook(
            KeyName name,
            StrategyId strategy,
            HookTemplate template,
            List<RiskLimit> limits,
            String who) {
        return add(name, strategy, KeyRole.TRADE, KeyView.STRATEGY, template, limits, who);
    }

    private KeyResult add(
            KeyName name,
            StrategyId strategy,
            KeyRole role,
            KeyView view,
            @Nullable HookTemplate template,
            List<RiskLimit> limits,
            String who) {
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
                        null,
                        template);
        return keys.add(key, limits.stream().map(limit -> change(key, limit)).toList())
                ? new KeyResult.Issued(key, secret)
                : new KeyResult.Taken(name);
    }

    private static RiskChange change(TradingKey key, RiskLimit limit) {
        return new RiskChange(
                new RiskChange.Step.OfStrategy(key.strategy(), new RiskChange.Step.SetLimit(limit)),
                key.changedBy(),
                "added with " + key.author(),
                key.changedAt());
    }

    /** Gives a key new credentials; the old ones are refused from then on. */
    public KeyResult rotate(KeyKind kind, KeyName name, String who) {
        KeySecret secret = KeySecret.random(random);
        SecretHash hash = SecretHash.of(secret);
        KeyId id = KeyId.random(random);
        Instant now = clock.instant();
        Optional<TradingKey> rotated =
                keys.update(
                        name,
                        key ->
                                key.kind() == kind && key.valid()
                                        ? key.rotated(id, hash, who, now)
                                        : key);
        return rotated.filter(key -> key.kind() == kind && key.valid())
                .<KeyResult>map(key -> new KeyResult.Issued(key, secret))
                .orElseGet(() -> new KeyResult.NoValidKey(name));
    }

    /** Revokes a key; its orders stay, and its requests are refused from then on. */
    public KeyResult revoke(KeyKind kind, KeyName name, String who) {
        Instant now = clock.instant();
        return keys.update(
                        name,
                        key -> key.kind() == kind && key.valid() ? key.revoked(who, now) : key)
                .filter(key -> key.kind() == kind)
                .<KeyResult>map(KeyResult.Revoked::new)
                .orElseGet(() -> new KeyResult.NoValidKey(name));
    }

    /** Returns whether a key is neither rotated nor revoked. */
    public boolean valid(TradingKey key) {
        return keys.byId(key.id()).filter(TradingKey::valid).isPresent();
    }

    /** Returns all keys of a kind by name. */
    public List<TradingKey> list(KeyKind kind) {
        return keys.all().stream().filter(key -> key.kind() == kind).toList();
    }

    /**
     * Returns the valid key of a bot's credentials; empty if there is none. An unknown key takes as
     * long as a wrong secret.
     */
    public Optional<TradingKey> authenticate(KeyId id, KeySecret secret) {
        return authenticated(keys.byId(id), KeyKind.BOT, secret);
    }

    /**
     * Returns the valid hook of this name and secret; empty if there is none. An unknown name takes
     * as long as a wrong secret.
     */
    public Optional<TradingKey> hook(KeyName name, KeySecret secret) {
        return authenticated(keys.byName(name), KeyKind.HOOK, secret);
    }

    private static Optional<TradingKey> authenticated(
            Optional<TradingKey> known, KeyKind kind, KeySecret secret) {
        SecretHash expected =
                known.map(TradingKey::secretHash).orElseGet(() -> new SecretHash("0".repeat(64)));
        boolean matches = expected.matches(secret);
        return known.filter(key -> matches && key.kind() == kind && key.valid());
    }
}
