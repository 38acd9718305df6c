package dev.lockstep.domain.usecase;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The key of an order that closes a position. It names the close of the same instrument before it:
 * so of several calls that saw the same book one stores its wish, and each wish waits for the one
 * before it.
 *
 * @param symbol the instrument
 * @param after the close before it, null for the first
 */
record CloseKey(Symbol symbol, @Nullable OrderId after) {
    private static final String START = "close position of ";
    private static final String FIRST = "first";
    private static final String AFTER = "after ";

    /** Whether the order closes a position. */
    static boolean marks(Order order) {
        return order.idempotencyKey().value().startsWith(start(order.terms().symbol()));
    }

    /** The key of an order that closes a position. */
    static CloseKey of(Order closing) {
        Symbol symbol = closing.terms().symbol();
        String rest = closing.idempotencyKey().value().substring(start(symbol).length());
        return new CloseKey(
                symbol,
                rest.startsWith(AFTER) ? new OrderId(rest.substring(AFTER.length())) : null);
    }

    IdempotencyKey key() {
        return new IdempotencyKey(start(symbol) + (after == null ? FIRST : AFTER + after));
    }

    private static String start(Symbol symbol) {
        return START + symbol + " ";
    }
}
