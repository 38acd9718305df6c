package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.KeyScope;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Columns of an idempotency key: the stored text, which begins with the scope, and the scope. */
public final class KeyColumns {
    private static final char SEPARATOR = '\u001f';

    private KeyColumns() {}

    /** Returns the text by which a key is unique. */
    public static String stored(IdempotencyKey key) {
        KeyScope scope = key.scope();
        return scope == null ? key.value() : scope.value() + SEPARATOR + key.value();
    }

    /** Binds both columns. */
    public static Parameters bind(Parameters parameters, IdempotencyKey key) throws SQLException {
        return parameters.text(stored(key)).textOrNull(key.scope());
    }

    static IdempotencyKey of(String stored, @Nullable KeyScope scope) {
        return scope == null
                ? new IdempotencyKey(stored)
                : new IdempotencyKey(
                        stored.substring(Math.min(stored.length(), scope.value().length() + 1)),
                        scope);
    }

    /** Reads both columns. */
    public static IdempotencyKey read(Columns columns) throws SQLException {
        String stored = columns.text();
        return of(stored, columns.valueOrNull(KeyScope::new));
    }
}
