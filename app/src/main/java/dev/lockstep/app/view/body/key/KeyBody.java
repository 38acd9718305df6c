package dev.lockstep.app.view.body.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.value.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * The key of a bot without its secret.
 *
 * @param name its name
 * @param key its public part
 * @param strategy the strategy of its orders
 * @param role its permissions
 * @param view the part of the account that it shows
 * @param createdAt when it was created
 * @param changedAt when it was last changed
 * @param changedBy the author of that change
 * @param revokedAt when it was revoked, null while it is valid
 */
public record KeyBody(
        String name,
        String key,
        String strategy,
        String role,
        String view,
        String createdAt,
        String changedAt,
        String changedBy,
        @Nullable String revokedAt) {

    /** Returns the fields of a key. */
    public static KeyBody of(TradingKey key) {
        return new KeyBody(
                key.name().value(),
                key.id().value(),
                key.strategy().value(),
                ShownValue.of(key.role()),
                ShownValue.of(key.view()),
                key.createdAt().toString(),
                key.changedAt().toString(),
                key.changedBy(),
                BodyText.of(key.revokedAt()));
    }

    /**
     * A new key, or one with a new secret.
     *
     * @param key the key
     * @param secret its secret
     */
    public record IssuedKeyBody(@JsonUnwrapped KeyBody key, ShownOnce secret) {
        /** Returns the fields of a key and its secret. */
        public static IssuedKeyBody of(TradingKey key, KeySecret secret) {
            return new IssuedKeyBody(KeyBody.of(key), new ShownOnce(secret.reveal()));
        }
    }
}
