package dev.lockstep.app.web.board;

import dev.lockstep.domain.order.OrderStatus;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The heaps that a trader sorts orders into; each order is in one of them. */
public enum Tab {
    /** Working at the broker. */
    OPEN,
    /** All of it traded. */
    FILLED,
    /** Ended without having traded whole. */
    CANCELED,
    /** Refused, by us or by the broker, or never arrived. */
    REJECTED,
    /** Unanswered orders. */
    UNKNOWN,
    /** Held back here until its parent trades. */
    WAITING;

    /** Returns the statuses of this tab. */
    public Set<OrderStatus> statuses() {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> of(status) == this)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the tab of a status. */
    public static Tab of(OrderStatus status) {
        return switch (status) {
            case PENDING_SUBMIT, UNKNOWN -> UNKNOWN;
            case DENIED, REJECTED, NEVER_ACCEPTED -> REJECTED;
            case WAITING -> WAITING;
            case HELD,
                    ACCEPTED,
                    NEW,
                    PARTIALLY_FILLED,
                    DONE_FOR_DAY,
                    SUSPENDED,
                    PENDING_CANCEL,
                    PENDING_REPLACE ->
                    OPEN;
            case FILLED -> FILLED;
            case CANCELED, EXPIRED, REPLACED -> CANCELED;
        };
    }
}
