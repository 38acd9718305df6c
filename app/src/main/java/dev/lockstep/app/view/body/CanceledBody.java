package dev.lockstep.app.view.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a cancel of many orders.
 *
 * @param orders the results of the orders of Lockstep
 * @param externalOrders the number of open external orders; null if they could not be listed
 * @param unreadable the orders at the broker that cannot be read
 */
public record CanceledBody(
        List<CancelBody> orders,
        @Nullable Integer externalOrders,
        List<UnreadableBody> unreadable) {}
