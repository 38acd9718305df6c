package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.value.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * One execution.
 *
 * @param executionId the broker's id of it
 * @param brokerOrderId the order at the broker
 * @param symbol the instrument
 * @param side {@code buy} or {@code sell}
 * @param qty its quantity
 * @param price its price
 * @param filledQty the filled quantity of the order after it
 * @param remainingQty the open quantity of the order after it, null if not reported
 * @param at when it traded
 */
public record FillBody(
        String executionId,
        String brokerOrderId,
        String symbol,
        String side,
        String qty,
        String price,
        String filledQty,
        @Nullable String remainingQty,
        String at) {

    /** Returns the fields of an execution. */
    public static FillBody of(Fill fill) {
        return new FillBody(
                fill.executionId().value(),
                fill.brokerOrderId().value(),
                fill.symbol().value(),
                ShownValue.of(fill.side()),
                fill.lastQty().toString(),
                fill.lastPx().toString(),
                fill.cumQty().toString(),
                BodyText.of(fill.leavesQty()),
                fill.transactTime().toString());
    }
}
