package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.SecretHash;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.port.store.TradingKeys;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every store of trading keys promises. */
public abstract class TradingKeysContract {
    private static final Instant NOW = SampleOrders.START;

    private final SplittableRandom random = new SplittableRandom(1);

    /** An empty store. */
    protected abstract TradingKeys keys();

    private TradingKey key(String name) {
        return new TradingKey(
                new KeyName(name),
                KeyId.random(random),
                SecretHash.of(KeySecret.random(random)),
                new KeyName(name).strategy(),
                KeyRole.TRADE,
                KeyView.STRATEGY,
                NOW,
                NOW,
                "anna",
                null);
    }

    @Test
    void a_key_is_found_by_its_id_and_listed_by_name() {
        TradingKey trend = key("trend");
        TradingKey carry = key("carry");

        assertThat(keys().add(trend)).isTrue();
        assertThat(keys().add(carry)).isTrue();

        assertThat(keys().byId(trend.id())).contains(trend);
        assertThat(keys().byId(KeyId.random(random))).isEmpty();
        assertThat(keys().all()).containsExactly(carry, trend);
    }

    @Test
    void a_name_is_taken_once_also_after_a_revocation() {
        TradingKey trend = key("trend");
        keys().add(trend);
        keys().update(trend.name(), key -> key.revoked("ben", NOW.plusSeconds(1)));

        assertThat(keys().add(key("trend"))).isFalse();
        assertThat(keys().all()).containsExactly(trend.revoked("ben", NOW.plusSeconds(1)));
    }

    @Test
    void a_rotated_key_is_found_by_its_new_id_only() {
        TradingKey trend = key("trend");
        keys().add(trend);
        KeyId id = KeyId.random(random);
        SecretHash hash = SecretHash.of(KeySecret.random(random));
        TradingKey rotated = trend.rotated(id, hash, "ben", NOW.plusSeconds(1));

        assertThat(
                        keys().update(
                                        trend.name(),
                                        key -> key.rotated(id, hash, "ben", rotated.changedAt())))
                .contains(rotated);

        assertThat(keys().byId(id)).contains(rotated);
        assertThat(keys().byId(trend.id())).isEmpty();
    }

    @Test
    void an_unknown_key_is_not_changed() {
        assertThat(keys().update(new KeyName("trend"), key -> key)).isEmpty();
        assertThat(keys().all()).isEmpty();
    }
}
