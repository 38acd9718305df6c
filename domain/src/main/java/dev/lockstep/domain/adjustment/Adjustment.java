package dev.lockstep.domain.adjustment;

import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a position, of cash, or of both that is not a trade; immutable.
 *
 * @param id the broker's id of the entry
 * @param kind its kind
 * @param type the broker's type, for example {@code CFEE}
 * @param symbol the instrument, null if there is none or it cannot be expressed
 * @param quantity shares or coins received, negative if delivered; zero if the position is
 *     unchanged
 * @param cash dollars received, negative if paid
 * @param price the price of one share or coin in the broker's entry, null if not reported
 * @param orderId the order that a fee was taken for, null if unknown
 * @param text a remark, for example why the entry could not be read; else empty
 * @param at when it was booked
 * @param payload the broker's entry as received; at most 4,096 characters are kept
 */
public record Adjustment(
        ActivityId id,
        AdjustmentKind kind,
        String type,
        @Nullable Symbol symbol,
        NetQuantity quantity,
        Money cash,
        @Nullable Price price,
        @Nullable BrokerOrderId orderId,
        String text,
        Instant at,
        String payload) {
    /** The type of an entry that could not be read and is kept as it was received. */
    public static final String UNREADABLE = "UNREADABLE";

    private static final int MAX_TYPE_CHARS = 64;
    private static final int MAX_TEXT_CHARS = 500;
    private static final int MAX_PAYLOAD_CHARS = 4_096;

    public Adjustment {
        Text.printable("activityType", type, MAX_TYPE_CHARS);
        if (symbol == null && !quantity.flat()) {
            throw new InvalidValueException("qty", quantity, "0 where there is no symbol");
        }
        text = bounded(text, MAX_TEXT_CHARS);
        payload = bounded(payload, MAX_PAYLOAD_CHARS);
    }

    /** Returns the same, taken for this order. */
    public Adjustment of(BrokerOrderId order) {
        return new Adjustment(
                id, kind, type, symbol, quantity, cash, price, order, text, at, payload);
    }

    /** Returns whether the broker's entry could not be read. */
    public boolean unreadable() {
        return type.equals(UNREADABLE);
    }

    /** Returns whether it is a fee that was taken in the coin itself. */
    public boolean coinFee() {
        return kind == AdjustmentKind.FEE && !quantity.flat();
    }

    private static String bounded(String text, int maxChars) {
        return text.length() <= maxChars ? text : text.substring(0, maxChars);
    }
}
