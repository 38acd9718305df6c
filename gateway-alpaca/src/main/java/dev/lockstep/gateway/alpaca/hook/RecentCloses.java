package dev.lockstep.gateway.alpaca.hook;

import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.gateway.alpaca.request.GatewayAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of the last closes by the key of their alert, so that a repeated alert closes no
 * position that was opened after the first. Kept in memory: after a restart a repeated alert closes
 * again. Thread-safe.
 */
final class RecentCloses {
    private static final int MAX_KEPT = 1_000;

    private final Map<IdempotencyKey, GatewayAnswer> answers =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<IdempotencyKey, GatewayAnswer> eldest) {
                    return size() > MAX_KEPT;
                }
            };

    /** Returns the answer of an earlier close. */
    synchronized Optional<GatewayAnswer> find(IdempotencyKey key) {
        return Optional.ofNullable(answers.get(key));
    }

    /** Keeps the answer of a successful close. */
    synchronized GatewayAnswer keep(IdempotencyKey key, GatewayAnswer answer) {
        if (answer.status() < 300) {
            answers.put(key, answer);
        }
        return answer;
    }
}
