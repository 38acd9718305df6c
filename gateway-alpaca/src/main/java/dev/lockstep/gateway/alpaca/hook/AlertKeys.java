package dev.lockstep.gateway.alpaca.hook;

import dev.lockstep.domain.access.HookField;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.value.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * The idempotency key of an alert, by which a repeated one makes no second order: its id, or the
 * hash of its body for a minute.
 */
final class AlertKeys {
    /** For how long an alert without an id counts as repeated if its body is the same. */
    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int HASH_CHARS = 40;

    private final OrderRepository repository;
    private final InstantSource clock;

    AlertKeys(OrderRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Returns the key of an alert.
     *
     * @throws InvalidValueException if its id is not printable or too long
     */
    IdempotencyKey key(TradingKey hook, AlertFields fields, String body) {
        String id = fields.text(HookField.ID);
        return id == null ? hashed(hook, body) : new IdempotencyKey(id, hook.scope());
    }

    /** A body is looked for in the minute before too, because a minute may end between the two. */
    private IdempotencyKey hashed(TradingKey hook, String body) {
        String hash = hash(body);
        Instant now = clock.instant();
        long minute = now.getEpochSecond() / WINDOW.toSeconds();
        IdempotencyKey before = key(hook, hash, minute - 1);
        return repository
                .byIdempotencyKey(before)
                .filter(order -> order.createdAt().plus(WINDOW).isAfter(now))
                .map(_ -> before)
                .orElseGet(() -> key(hook, hash, minute));
    }

    private static IdempotencyKey key(TradingKey hook, String hash, long minute) {
        return new IdempotencyKey("body " + hash + " " + minute, hook.scope());
    }

    private static String hash(String body) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_CHARS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
