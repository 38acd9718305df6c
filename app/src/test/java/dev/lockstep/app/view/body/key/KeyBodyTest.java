package dev.lockstep.app.view.body.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.view.TradingKeyView;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.access.HookField;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.KeyId;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeySecret;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.SecretHash;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.id.StrategyId;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The JSON of trading keys and hooks, field by field. */
class KeyBodyTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");

    @Test
    void the_key_of_a_bot_has_its_id_role_and_view() {
        assertThat(BodyTree.of(TradingKeyView.json(key(null, null))))
                .hasToString(
                        """
                        {"name":"tv","key":"LKE7Z7J5L7UABK2HMBZD","strategy":"trend","role":"trade",\
                        "view":"strategy","createdAt":"2026-01-05T14:30:00Z",\
                        "changedAt":"2026-01-05T14:30:01Z","changedBy":"ann","revokedAt":null}\
                        """);
    }

    @Test
    void a_hook_has_a_template_and_no_key_role_and_view() {
        HookTemplate template =
                new HookTemplate(Map.of(HookField.QTY, "/qty", HookField.TYPE, "=market"));

        assertThat(BodyTree.of(TradingKeyView.json(key(AT.plusSeconds(5), template))))
                .hasToString(
                        """
                        {"name":"tv","strategy":"trend","createdAt":"2026-01-05T14:30:00Z",\
                        "changedAt":"2026-01-05T14:30:01Z","changedBy":"ann",\
                        "revokedAt":"2026-01-05T14:30:05Z","template":{"qty":"/qty","type":"=market"}}\
                        """);
        assertThat(BodyTree.of(TradingKeyView.json(key(null, HookTemplate.DEFAULT))))
                .hasToString(
                        """
                        {"name":"tv","strategy":"trend","createdAt":"2026-01-05T14:30:00Z",\
                        "changedAt":"2026-01-05T14:30:01Z","changedBy":"ann","revokedAt":null,\
                        "template":{}}\
                        """);
    }

    private static TradingKey key(@Nullable Instant revokedAt, @Nullable HookTemplate template) {
        SplittableRandom random = new SplittableRandom(7);
        return new TradingKey(
                new KeyName("tv"),
                KeyId.random(random),
                SecretHash.of(KeySecret.random(random)),
                new StrategyId("trend"),
                KeyRole.TRADE,
                KeyView.STRATEGY,
                AT,
                AT.plusSeconds(1),
                "ann",
                revokedAt,
                template);
    }
}
