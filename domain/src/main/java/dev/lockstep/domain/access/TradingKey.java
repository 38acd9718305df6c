package dev.lockstep.domain.access;

import dev.lockstep.domain.order.id.Author;
import dev.lockstep.domain.order.id.KeyScope;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.value.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program trades as one strategy, or the hook to which one sends alerts. It
 * gives access to Lockstep only: the broker's own keys are not given to programs.
 *
 * @param name its name
 * @param id its public part
 * @param secretHash the hash of its secret part
 * @param strategy the strategy of its orders
 * @param role its permissions
 * @param view the part of the account that it shows
 * @param createdAt when it was created
 * @param changedAt when this version was created
 * @param changedBy the author of this version
 * @param revokedAt when it was revoked, null while it is valid
 * @param template where the alerts of a hook have the values of an order, null for the key of a bot
 */
public record TradingKey(
        KeyName name,
        KeyId id,
        SecretHash secretHash,
        StrategyId strategy,
        KeyRole role,
        KeyView view,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        @Nullable Instant revokedAt,
        @Nullable HookTemplate template) {
    private static final int MAX_AUTHOR_CHARS = 200;

    public TradingKey {
        Text.printable("changedBy", changedBy, MAX_AUTHOR_CHARS);
    }

    /** The key of a bot. */
    public TradingKey(
            KeyName name,
            KeyId id,
            SecretHash secretHash,
            StrategyId strategy,
            KeyRole role,
            KeyView view,
            Instant createdAt,
            Instant changedAt,
            String changedBy,
            @Nullable Instant revokedAt) {
        this(
                name,
                id,
                secretHash,
                strategy,
                role,
                view,
                createdAt,
                changedAt,
                changedBy,
                revokedAt,
                null);
    }

    /** Returns what it is given to. */
    public KeyKind kind() {
        return template == null ? KeyKind.BOT : KeyKind.HOOK;
    }

    /** Returns the author of what its programs do, such as {@code key trend}. */
    public Author author() {
        return new Author(kind().word() + " " + name);
    }

    /** Returns the namespace of the client order ids that its programs choose. */
    public KeyScope scope() {
        return new KeyScope(author().name());
    }

    /** Returns whether it has not been revoked. */
    public boolean valid() {
        return revokedAt == null;
    }

    /** Returns whether it shows an order of this strategy, null for an order of none. */
    public boolean shows(@Nullable StrategyId owner) {
        return view == KeyView.ACCOUNT || strategy.equals(owner);
    }

    /** Returns the same key with other credentials. */
    public TradingKey rotated(KeyId newId, SecretHash newHash, String who, Instant at) {
        return new TradingKey(
                name, newId, newHash, strategy, role, view, createdAt, at, who, revokedAt,
                template);
    }

    /** Returns the same key, no longer valid. */
    public TradingKey revoked(String who, Instant at) {
        return new TradingKey(
                name, id, secretHash, strategy, role, view, createdAt, at, who, at, template);
    }
}
