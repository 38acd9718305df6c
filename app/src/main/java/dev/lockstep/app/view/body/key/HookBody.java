package dev.lockstep.app.view.body.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.access.HookTemplate;
import dev.lockstep.domain.access.TradingKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hook without its secret.
 *
 * @param name its name
 * @param strategy the strategy of its orders
 * @param createdAt when it was created
 * @param changedAt when it was last changed
 * @param changedBy the author of that change
 * @param revokedAt when it was revoked, null while it is valid
 * @param template where an alert has the values of an order, by field; empty for the default
 */
public record HookBody(
        String name,
        String strategy,
        String createdAt,
        String changedAt,
        String changedBy,
        @Nullable String revokedAt,
        Map<String, String> template) {

    /** Returns the fields of a hook. */
    public static HookBody of(TradingKey hook) {
        Map<String, String> sources = new LinkedHashMap<>();
        Optional.ofNullable(hook.template())
                .orElse(HookTemplate.DEFAULT)
                .sources()
                .forEach((field, source) -> sources.put(field.word(), source));
        return new HookBody(
                hook.name().value(),
                hook.strategy().value(),
                hook.createdAt().toString(),
                hook.changedAt().toString(),
                hook.changedBy(),
                BodyText.of(hook.revokedAt()),
                sources);
    }

    /**
     * A new hook, or one with a new secret.
     *
     * @param hook the hook
     * @param secret its secret
     * @param path the path that receives its alerts
     */
    public record IssuedHookBody(@JsonUnwrapped HookBody hook, ShownOnce secret, ShownOnce path) {}
}
