package dev.lockstep.app.view;

import dev.lockstep.app.view.body.key.HookBody;
import dev.lockstep.app.view.body.key.KeyBody;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;

/** Trading keys and hooks without their secrets, as tables and as JSON. */
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

    /** Returns the JSON of a key or hook for programs. */
    public static Record json(TradingKey key) {
        return switch (key.kind()) {
            case BOT -> KeyBody.of(key);
            case HOOK -> HookBody.of(key);
        };
    }
}
