package dev.lockstep.gateway.alpaca.stream;

import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alpaca's names of the changes of an order that are no executions. */
final class EventWords {
    private EventWords() {}

    /**
     * Returns the name of a change, empty for one that the stream does not report.
     *
     * @param before the state before it, null for a new order
     */
    static Optional<String> of(@Nullable OrderState before, OrderState after) {
        if (before == null) {
            return after.status().unresolved() ? Optional.of("pending_new") : first(after);
        }
        if (before.status() == after.status()) {
            return Objects.equals(before.working(), after.working()) || !after.status().open()
                    ? Optional.empty()
                    : Optional.of("restated");
        }
        if (refusedAtOnce(before, after)) {
            return Optional.empty();
        }
        return working(after.status()) && changing(before.status())
                ? Optional.of(
                        before.status() == OrderStatus.PENDING_CANCEL
                                ? "order_cancel_rejected"
                                : "order_replace_rejected")
                : named(after.status());
    }

    private static Optional<String> first(OrderState after) {
        return after.status() == OrderStatus.DENIED ? Optional.empty() : named(after.status());
    }

    /** The bot got the refusal as the answer to its request, and the venue reports no event. */
    private static boolean refusedAtOnce(OrderState before, OrderState after) {
        return before.status() == OrderStatus.PENDING_SUBMIT
                && after.brokerOrderId() == null
                && after.status().closed();
    }

    private static boolean working(OrderStatus status) {
        return status == OrderStatus.NEW
                || status == OrderStatus.ACCEPTED
                || status == OrderStatus.PARTIALLY_FILLED;
    }

    private static boolean changing(OrderStatus status) {
        return status == OrderStatus.PENDING_CANCEL || status == OrderStatus.PENDING_REPLACE;
    }

    private static Optional<String> named(OrderStatus status) {
        return switch (status) {
            case ACCEPTED -> Optional.of("accepted");
            case NEW -> Optional.of("new");
            case DONE_FOR_DAY -> Optional.of("done_for_day");
            case SUSPENDED -> Optional.of("suspended");
            case PENDING_CANCEL -> Optional.of("pending_cancel");
            case PENDING_REPLACE -> Optional.of("pending_replace");
            case CANCELED -> Optional.of("canceled");
            case EXPIRED -> Optional.of("expired");
            case REPLACED -> Optional.of("replaced");
            case REJECTED, NEVER_ACCEPTED -> Optional.of("rejected");
            case HELD, WAITING, PENDING_SUBMIT, UNKNOWN, DENIED, PARTIALLY_FILLED, FILLED ->
                    Optional.empty();
        };
    }
}
