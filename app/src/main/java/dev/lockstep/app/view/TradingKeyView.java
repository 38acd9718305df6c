package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.access.TradingKey;
import java.time.Instant;
import java.util.Locale;

/** Trading keys without their secrets, for people and as JSON. */
public final class TradingKeyView {
    private TradingKeyView() {}

    /** Returns an empty table of keys. */
    public static Table table() {
        return new Table("name", "key", "strategy", "role", "view", "state", "changed", "by");
    }

    /** Adds a key to a table. */
    public static void addRow(Table table, TradingKey key) {
        table.row(
                key.name(),
                key.id(),
                key.strategy(),
                word(key.role()),
                word(key.view()),
                key.valid() ? "valid" : "revoked",
                key.changedAt(),
                key.changedBy());
    }

    /** Returns the JSON for programs. */
    public static ObjectNode json(TradingKey key) {
        Instant revokedAt = key.revokedAt();
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", key.name().value())
                .put("key", key.id().value())
                .put("strategy", key.strategy().value())
                .put("role", word(key.role()))
                .put("view", word(key.view()))
                .put("createdAt", key.createdAt().toString())
                .put("changedAt", key.changedAt().toString())
                .put("changedBy", key.changedBy())
                .put("revokedAt", revokedAt == null ? null : revokedAt.toString());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
