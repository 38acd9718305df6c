package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.SecretHash;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every store of trading keys promises. */
public abstract class TradingKeysContract {
    private static final Instant NOW = SampleOrders.START;

    private final SplittableRandom random = new SplittableRandom(1);

    /** An empty store. */
    protected abstract TradingKeys keys();

    /** The limits that are stored with the keys. */
    protected abstract RiskControl riskControl();

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

        assertThat(keys().add(trend, List.of())).isTrue();
        assertThat(keys().add(carry, List.of())).isTrue();

        assertThat(keys().byId(trend.id())).contains(trend);
        assertThat(keys().byId(KeyId.random(random))).isEmpty();
        assertThat(keys().all()).containsExactly(carry, trend);
    }

    @Test
    void a_name_is_taken_once_also_after_a_revocation() {
        TradingKey trend = key("trend");
        keys().add(trend, List.of());
        keys().update(trend.name(), key -> key.revoked("ben", NOW.plusSeconds(1)));

        assertThat(keys().add(key("trend"), List.of())).isFalse();
        assertThat(keys().all()).containsExactly(trend.revoked("ben", NOW.plusSeconds(1)));
    }

    @Test
    void a_rotated_key_is_found_by_its_new_id_only() {
        TradingKey trend = key("trend");
        keys().add(trend, List.of());
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

    @Test
    void a_hook_comes_back_with_its_template_also_after_a_rotation() {
        HookTemplate template =
                HookTemplate.named(Map.of("qty", "$.order.legs[0].qty", "type", "=limit"));
        TradingKey bot = key("tv");
        TradingKey hook =
                new TradingKey(
                        bot.name(),
                        bot.id(),
                        bot.secretHash(),
                        bot.strategy(),
                        bot.role(),
                        bot.view(),
                        NOW,
                        NOW,
                        "anna",
                        null,
                        template);
        keys().add(hook, List.of());

        assertThat(keys().byName(hook.name())).contains(hook);
        assertThat(keys().byName(new KeyName("other"))).isEmpty();
        KeyId id = KeyId.random(random);
        keys().update(hook.name(), key -> key.rotated(id, key.secretHash(), "ben", NOW));
        assertThat(keys().byId(id).orElseThrow().template()).isEqualTo(template);
    }

    @Test
    void a_key_is_stored_with_all_limits_of_its_strategy_or_nothing_is() {
        TradingKey trend = key("trend");
        RiskLimit value = new RiskLimit.MaxOrderValue(Money.of("1000"));
        RiskLimit open = new RiskLimit.MaxOpenOrders(5);

        assertThat(keys().add(trend, List.of(change(trend, value), change(trend, open)))).isTrue();
        assertThat(riskControl().rules().of(trend.strategy()).limits())
                .containsExactlyInAnyOrder(value, open);
        TradingKey again = key("trend");
        assertThat(keys().add(again, List.of(change(again, new RiskLimit.MaxOpenOrders(9)))))
                .isFalse();
        assertThat(riskControl().rules().of(trend.strategy()).limits())
                .containsExactlyInAnyOrder(value, open);
        assertThat(riskControl().changes(10)).hasSize(2);
    }

    @Test
    void a_limit_that_cannot_be_set_adds_no_key() {
        for (int i = 0; i < RiskChange.MAX_STRATEGIES; i++) {
            riskControl().change(change(key("s" + i), new RiskLimit.MaxOpenOrders(5)));
        }
        TradingKey trend = key("trend");
        RiskChange limit = change(trend, new RiskLimit.MaxOpenOrders(5));

        assertThatThrownBy(() -> keys().add(trend, List.of(limit)))
                .isInstanceOf(InvalidValueException.class);

        assertThat(keys().all()).isEmpty();
    }

    private static RiskChange change(TradingKey key, RiskLimit limit) {
        return new RiskChange(
                new RiskChange.Step.OfStrategy(key.strategy(), new RiskChange.Step.SetLimit(limit)),
                "anna",
                "first week",
                NOW);
    }
}
