package dev.lockstep.app.view.body.key;

import dev.lockstep.domain.access.TradingKey;
import java.util.List;

/**
 * The keys of bots and the hooks, without their secrets.
 *
 * @param keys the keys of bots
 * @param hooks the hooks
 */
public record KeyListBody(List<KeyBody> keys, List<HookBody> hooks) {
    public KeyListBody {
        keys = List.copyOf(keys);
        hooks = List.copyOf(hooks);
    }

    /** Returns the fields of keys and hooks. */
    public static KeyListBody of(List<TradingKey> keys, List<TradingKey> hooks) {
        return new KeyListBody(
                keys.stream().map(KeyBody::of).toList(), hooks.stream().map(HookBody::of).toList());
    }
}
