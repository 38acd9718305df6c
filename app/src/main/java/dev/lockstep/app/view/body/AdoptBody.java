package dev.lockstep.app.view.body;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.BrokerOrderId;
import org.jspecify.annotations.Nullable;

/**
 * The result of adopting an external order.
 *
 * @param brokerOrderId the broker's id
 * @param result a keyword, such as {@code adopted}
 * @param text an explanation
 * @param order the stored order, null if it is not stored
 */
public record AdoptBody(
        String brokerOrderId, String result, String text, @Nullable OrderBody order) {
    /** Returns the fields of a result. */
    public static AdoptBody of(
            BrokerOrderId id, String result, String text, @Nullable Order order) {
        return new AdoptBody(id.value(), result, text, OrderBody.orNull(order));
    }
}
