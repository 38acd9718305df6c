package dev.lockstep.app.view.body;

import dev.lockstep.app.form.OrderForm;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.value.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * An external order.
 *
 * @param brokerOrderId the broker's id
 * @param clientOrderId its client order id
 * @param symbol the instrument
 * @param side {@code buy} or {@code sell}
 * @param terms the fields of a request for it, null if they are not supported
 * @param brokerStatus the status as the broker reports it
 * @param filledQty the filled quantity
 * @param submittedAt when the broker received it
 */
public record ExternalOrderBody(
        String brokerOrderId,
        String clientOrderId,
        String symbol,
        String side,
        @Nullable OrderForm terms,
        String brokerStatus,
        String filledQty,
        String submittedAt) {

    /** Returns the fields of an order. */
    static ExternalOrderBody of(BrokerOrder order) {
        NewOrder terms = order.terms();
        return new ExternalOrderBody(
                order.brokerOrderId().value(),
                order.clientOrderId().value(),
                order.symbol().value(),
                ShownValue.of(order.side()),
                terms == null ? null : OrderForm.of(terms, null),
                order.status().word(),
                order.cumQty().toString(),
                order.submittedAt().toString());
    }
}
