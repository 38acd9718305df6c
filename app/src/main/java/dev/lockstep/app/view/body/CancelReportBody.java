package dev.lockstep.app.view.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a cancel of all orders, external ones too.
 *
 * @param orders the results of the orders of Lockstep
 * @param external the results of external orders
 * @param unreadable the orders at the broker that cannot be read
 * @param externalUnknown why external orders could not be listed, null if they could
 */
public record CancelReportBody(
        List<CancelBody> orders,
        List<CancelBody> external,
        List<UnreadableBody> unreadable,
        @Nullable String externalUnknown) {}
