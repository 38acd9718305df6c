package dev.lockstep.app.view.report;

import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import dev.lockstep.domain.value.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * A booking of the broker that is not a trade, such as a fee.
 *
 * @param number its number among those stored
 * @param activityId the broker's id
 * @param at when the broker booked it
 * @param kind its kind, such as {@code fee}
 * @param type the broker's name of its type
 * @param symbol the instrument, null if there is none
 * @param qty the change of the position
 * @param cash the change of the cash in dollars
 * @param price the price, null if not reported
 * @param brokerOrderId the order at the broker, null if there is none
 * @param text the broker's description
 * @param payload the broker's message as received
 */
public record AdjustmentBody(
        long number,
        String activityId,
        String at,
        String kind,
        String type,
        @Nullable String symbol,
        String qty,
        String cash,
        @Nullable String price,
        @Nullable String brokerOrderId,
        String text,
        String payload) {

    /** Returns the fields of an adjustment. */
    public static AdjustmentBody of(Entry entry) {
        Adjustment each = entry.adjustment();
        return new AdjustmentBody(
                entry.number(),
                each.id().value(),
                each.at().toString(),
                ShownValue.of(each.kind()),
                each.type(),
                BodyText.of(each.symbol()),
                each.quantity().toString(),
                each.cash().toString(),
                BodyText.of(each.price()),
                BodyText.of(each.orderId()),
                each.text(),
                each.payload());
    }
}
