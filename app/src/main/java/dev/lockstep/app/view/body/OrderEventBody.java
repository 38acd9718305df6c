package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.value.ShownValue;

/**
 * One change of an order and its evidence.
 *
 * @param version the number of the change
 * @param at when it was learned of
 * @param status the status after it
 * @param filledQty the filled quantity after it
 * @param text the explanation after it
 * @param source where the evidence is from
 * @param summary the evidence in one line
 * @param requestId the id of the request, empty if there was none
 * @param payload the broker's message as received
 */
public record OrderEventBody(
        long version,
        String at,
        String status,
        String filledQty,
        String text,
        String source,
        String summary,
        String requestId,
        String payload) {

    /** Returns the fields of an event. */
    public static OrderEventBody of(OrderEvent event) {
        OrderState state = event.state();
        Evidence evidence = event.evidence();
        return new OrderEventBody(
                event.version(),
                event.at().toString(),
                ShownValue.of(state.status()),
                state.cumQty().toString(),
                DenialText.readable(state.text()),
                ShownValue.of(evidence.source()),
                DenialText.readable(evidence.summary()),
                evidence.requestId(),
                evidence.payload());
    }
}
