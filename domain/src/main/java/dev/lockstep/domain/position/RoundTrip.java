package dev.lockstep.domain.position;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;

/**
 * A quantity that one order opened and another one closed.
 *
 * @param symbol the instrument
 * @param entrySide buy for a long position, sell for a short one
 * @param entryOrder the order that opened it
 * @param exitOrder the order that closed it
 * @param qty above zero
 * @param entryValue dollars for which it was opened, without fees
 * @param exitValue dollars for which it was closed, without fees
 * @param enteredAt the first execution of the entry
 * @param exitedAt the last execution of the exit, not before the entry
 */
public record RoundTrip(
        Symbol symbol,
        Side entrySide,
        BrokerOrderId entryOrder,
        BrokerOrderId exitOrder,
        Quantity qty,
        Money entryValue,
        Money exitValue,
        Instant enteredAt,
        Instant exitedAt) {
    public RoundTrip {
        if (qty.zero()) {
            throw new InvalidValueException("qty", qty, "> 0");
        }
        if (exitedAt.isBefore(enteredAt)) {
            throw new InvalidValueException("exitedAt", exitedAt, ">= enteredAt " + enteredAt);
        }
    }

    /** Returns the dollars gained, negative for a loss, without fees. */
    public Money profit() {
        return switch (entrySide) {
            case BUY -> new Money(exitValue.value().subtract(entryValue.value()));
            case SELL -> new Money(entryValue.value().subtract(exitValue.value()));
        };
    }

    /** Returns the time from the entry to the exit. */
    public Duration held() {
        return Duration.between(enteredAt, exitedAt);
    }

    /** Returns whether both are parts of the same entry and exit. */
    boolean sameOrders(RoundTrip other) {
        return symbol.equals(other.symbol)
                && entryOrder.equals(other.entryOrder)
                && exitOrder.equals(other.exitOrder);
    }

    /** Returns this and a later part of the same entry and exit. */
    RoundTrip and(RoundTrip later) {
        return new RoundTrip(
                symbol,
                entrySide,
                entryOrder,
                exitOrder,
                qty.plus(later.qty),
                entryValue.plus(later.entryValue),
                exitValue.plus(later.exitValue),
                enteredAt.isBefore(later.enteredAt) ? enteredAt : later.enteredAt,
                exitedAt.isAfter(later.exitedAt) ? exitedAt : later.exitedAt);
    }
}
