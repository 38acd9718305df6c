package dev.lockstep.domain.usecase.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.memory.InMemoryTradingKeys;
import dev.lockstep.domain.order.id.StrategyId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ManageKeysTest {
    private static final KeyName TREND = new KeyName("trend");

    private final InMemoryTradingKeys store =
            new InMemoryTradingKeys(new InMemoryOrderRepository().riskControl());
    private final SplittableRandom random = new SplittableRandom(3);
    private final ManageKeys keys = new ManageKeys(store, () -> SampleOrders.START, random);

    private KeyResult.Issued added() {
        return (KeyResult.Issued)
                keys.add(
                        TREND,
                        new StrategyId("trend"),
                        KeyRole.TRADE,
                        KeyView.STRATEGY,
                        List.of(),
                        "anna");
    }

    @Test
    void a_new_key_authenticates_with_its_secret_only() {
        KeyResult.Issued issued = added();

        assertThat(keys.authenticate(issued.key().id(), issued.secret())).contains(issued.key());
        assertThat(keys.authenticate(issued.key().id(), new KeySecret("wrong"))).isEmpty();
        assertThat(keys.authenticate(KeyId.random(random), issued.secret())).isEmpty();
    }

    @Test
    void the_secret_is_neither_stored_nor_printed() {
        KeyResult.Issued issued = added();

        assertThat(store.all().toString()).doesNotContain(issued.secret().reveal());
        assertThat(issued.toString()).doesNotContain(issued.secret().reveal());
        assertThat(issued.key().secretHash().toString()).isEqualTo("[redacted]");
    }

    @Test
    void rotation_replaces_the_credentials() {
        KeyResult.Issued first = added();
        KeyResult.Issued second = (KeyResult.Issued) keys.rotate(KeyKind.BOT, TREND, "ben");

        assertThat(keys.authenticate(first.key().id(), first.secret())).isEmpty();
        assertThat(keys.authenticate(second.key().id(), second.secret())).contains(second.key());
        assertThat(second.key().changedBy()).isEqualTo("ben");
    }

    @Test
    void a_revoked_key_is_refused_and_cannot_be_rotated() {
        KeyResult.Issued issued = added();

        assertThat(keys.revoke(KeyKind.BOT, TREND, "ben")).isInstanceOf(KeyResult.Revoked.class);

        assertThat(keys.authenticate(issued.key().id(), issued.secret())).isEmpty();
        assertThat(keys.rotate(KeyKind.BOT, TREND, "ben"))
                .isEqualTo(new KeyResult.NoValidKey(TREND));
        assertThat(
                        keys.add(
                                TREND,
                                TREND.strategy(),
                                KeyRole.READ,
                                KeyView.ACCOUNT,
                                List.of(),
                                "ben"))
                .isEqualTo(new KeyResult.Taken(TREND));
    }

    @Test
    void an_unknown_name_has_no_valid_key() {
        assertThat(keys.rotate(KeyKind.BOT, TREND, "ben"))
                .isEqualTo(new KeyResult.NoValidKey(TREND));
        assertThat(keys.revoke(KeyKind.BOT, TREND, "ben"))
                .isEqualTo(new KeyResult.NoValidKey(TREND));
    }

    @Test
    void a_hook_is_found_by_name_and_secret_and_is_no_key_of_a_bot() {
        KeyResult.Issued hook =
                (KeyResult.Issued)
                        keys.addHook(
                                TREND, TREND.strategy(), HookTemplate.DEFAULT, List.of(), "anna");

        assertThat(keys.hook(TREND, hook.secret())).contains(hook.key());
        assertThat(keys.hook(TREND, new KeySecret("wrong"))).isEmpty();
        assertThat(keys.hook(new KeyName("other"), hook.secret())).isEmpty();
        assertThat(keys.authenticate(hook.key().id(), hook.secret())).isEmpty();
        assertThat(keys.revoke(KeyKind.BOT, TREND, "ben"))
                .isEqualTo(new KeyResult.NoValidKey(TREND));
        assertThat(keys.rotate(KeyKind.BOT, TREND, "ben"))
                .isEqualTo(new KeyResult.NoValidKey(TREND));
        assertThat(keys.list(KeyKind.BOT)).isEmpty();
        assertThat(keys.revoke(KeyKind.HOOK, TREND, "ben")).isInstanceOf(KeyResult.Revoked.class);
        assertThat(keys.hook(TREND, hook.secret())).isEmpty();
    }

    @Test
    void the_key_of_a_bot_is_no_hook() {
        KeyResult.Issued issued = added();

        assertThat(keys.hook(TREND, issued.secret())).isEmpty();
        assertThat(issued.key().author().name()).isEqualTo("key trend");
    }
}
