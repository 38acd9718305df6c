package dev.lockstep.domain.usecase.purpose;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The key of an order that closes a position. It names the close of the same instrument before it:
 * so of several calls that saw the same book one stores its wish, and each wish waits for the one
 * before it.
 *
 * @param symbol the instrument
 * @param after the close before it, null for the first
 */
public record CloseKey(Symbol symbol, @Nullable OrderId after) {
    private static final String START = "close position of ";
    private static final String FIRST = "first";
    private static final String AFTER = "after ";

    /** Whether the order closes a position. */
    public static boolean marks(Order order) {
        return order.idempotencyKey().value().startsWith(start(order.terms().symbol()));
    }

    /** The key of an order that closes a position. */
    public static CloseKey of(Order closing) {
        Symbol symbol = closing.terms().symbol();
        String rest = closing.idempotencyKey().value().substring(start(symbol).length());
        return new CloseKey(
                symbol,
                rest.startsWith(AFTER) ? new OrderId(rest.substring(AFTER.length())) : null);
    }

    /** Returns this key as it is stored. */
    public IdempotencyKey key() {
        return new IdempotencyKey(start(symbol) + (after == null ? FIRST : AFTER + after));
    }

    private static String start(Symbol symbol) {
        return START + symbol + " ";
    }
}
