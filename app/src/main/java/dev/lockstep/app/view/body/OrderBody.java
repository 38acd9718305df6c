package dev.lockstep.app.view.body;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lockstep.app.form.OrderForm;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.risk.denial.DenialText;
import dev.lockstep.domain.value.ShownValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in its current state.
 *
 * @param terms the fields of the request
 * @param id its id
 * @param clientOrderId the id under which it is sent to the broker
 * @param purpose why it exists
 * @param parent the parent of this leg
 * @param replaces the order that it replaces
 * @param status its status
 * @param brokerOrderId the broker's id
 * @param brokerStatus the status as the broker reports it, empty before the first report
 * @param filledQty the filled quantity
 * @param remainingQty the open quantity
 * @param avgFillPrice the average price of its fills
 * @param cancelRequested whether a cancel is requested
 * @param text why it was denied, rejected or is unknown
 * @param denials the rules that it broke, if it was denied
 * @param brokerUpdatedAt when the broker last changed it
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param version the number of its changes
 */
public record OrderBody(
        @JsonUnwrapped OrderForm terms,
        String id,
        String clientOrderId,
        String purpose,
        @Nullable String parent,
        @Nullable String replaces,
        String status,
        @Nullable String brokerOrderId,
        String brokerStatus,
        String filledQty,
        @Nullable String remainingQty,
        @Nullable String avgFillPrice,
        boolean cancelRequested,
        String text,
        List<DenialBody> denials,
        @Nullable String brokerUpdatedAt,
        String createdAt,
        String updatedAt,
        long version) {

    /** Returns the fields of an order. */
    public static OrderBody of(Order order) {
        OrderState state = order.state();
        return new OrderBody(
                OrderForm.of(order.terms(), order.idempotencyKey()),
                order.id().value(),
                order.clientOrderId().value(),
                ShownValue.of(order.purpose().kind()),
                BodyText.of(order.parent()),
                BodyText.of(order.replaces()),
                ShownValue.of(order.status()),
                BodyText.of(order.brokerOrderId()),
                state.brokerStatus(),
                order.cumQty().toString(),
                BodyText.of(order.leavesQty()),
                BodyText.of(order.avgPx()),
                state.cancelWanted(),
                DenialText.readable(state.text()),
                DenialBody.of(order),
                BodyText.of(state.transactTime()),
                order.createdAt().toString(),
                order.updatedAt().toString(),
                order.version());
    }

    /** Returns the fields of orders. */
    public static List<OrderBody> of(List<Order> orders) {
        return orders.stream().map(OrderBody::of).toList();
    }

    /** Returns the fields of an order; null for none. */
    public static @Nullable OrderBody orNull(@Nullable Order order) {
        return order == null ? null : of(order);
    }
}
