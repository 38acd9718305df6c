package dev.lockstep.app.view.report;

import dev.lockstep.domain.port.store.OrderFeed.Happening;
import dev.lockstep.domain.port.store.OrderFeed.Stretch;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of events of orders, newest first.
 *
 * @param events the events
 * @param next the event before which the next page ends; null on the last page
 */
public record ActivityBody(List<ActivityEventBody> events, @Nullable Long next) {
    /** Returns a page. */
    public static ActivityBody of(Stretch stretch) {
        return new ActivityBody(
                stretch.happenings().stream().map(ActivityEventBody::of).toList(),
                stretch.reached() == 0 ? null : stretch.reached());
    }

    /**
     * An event of an order.
     *
     * @param sequence its number among all events
     * @param at when it was learned of
     * @param orderId the order
     * @param symbol the instrument
     * @param side {@code buy} or {@code sell}
     * @param status the status after it
     * @param filledQty the filled quantity after it
     * @param source where the evidence is from
     * @param summary the evidence in one line
     */
    public record ActivityEventBody(
            long sequence,
            String at,
            String orderId,
            String symbol,
            String side,
            String status,
            String filledQty,
            String source,
            String summary) {
        private static ActivityEventBody of(Happening event) {
            return new ActivityEventBody(
                    event.seq(),
                    event.at().toString(),
                    event.orderId().value(),
                    event.symbol().value(),
                    ShownValue.of(event.side()),
                    ShownValue.of(event.status()),
                    event.cumQty().toString(),
                    ShownValue.of(event.source()),
                    DenialText.readable(event.summary()));
        }
    }
}
