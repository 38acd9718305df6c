package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.value.ShownValue;
import java.time.Instant;
import java.util.List;

/** Trading keys and hooks without their secrets, for people and as JSON. */
public final class TradingKeyView {
    private TradingKeyView() {}

    /** Returns the table of hooks. */
    public static Table hooks(List<TradingKey> hooks) {
        Table table = new Table("name", "strategy", "template", "state", "changed", "by");
        for (TradingKey hook : hooks) {
            HookTemplate template = hook.template();
            table.row(
                    hook.name(),
                    hook.strategy(),
                    template == null || template.sources().isEmpty()
                            ? "default"
                            : template.text().strip().replace(" ", ": ").replace("\n", ", "),
                    hook.valid() ? "valid" : "revoked",
                    hook.changedAt(),
                    hook.changedBy());
        }
        return table;
    }

    /** Returns the table of the keys of bots. */
    public static Table table(List<TradingKey> keys) {
        Table table =
                new Table("name", "key", "strategy", "role", "view", "state", "changed", "by");
        keys.forEach(key -> addRow(table, key));
        return table;
    }

    private static void addRow(Table table, TradingKey key) {
        table.row(
                key.name(),
                key.id(),
                key.strategy(),
                ShownValue.of(key.role()),
                ShownValue.of(key.view()),
                key.valid() ? "valid" : "revoked",
                key.changedAt(),
                key.changedBy());
    }

    /** Returns the JSON for programs. */
    public static ObjectNode json(TradingKey key) {
        Instant revokedAt = key.revokedAt();
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", key.name().value())
                        .put("key", key.id().value())
                        .put("strategy", key.strategy().value())
                        .put("role", ShownValue.of(key.role()))
                        .put("view", ShownValue.of(key.view()))
                        .put("createdAt", key.createdAt().toString())
                        .put("changedAt", key.changedAt().toString())
                        .put("changedBy", key.changedBy())
                        .put("revokedAt", revokedAt == null ? null : revokedAt.toString());
        HookTemplate template = key.template();
        if (template != null) {
            json.remove(List.of("key", "role", "view"));
            ObjectNode sources = json.putObject("template");
            template.sources().forEach((field, source) -> sources.put(field.word(), source));
        }
        return json;
    }
}
