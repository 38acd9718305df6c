package dev.lockstep.domain.order;

import static dev.lockstep.domain.order.OrderStatus.ACCEPTED;
import static dev.lockstep.domain.order.OrderStatus.CANCELED;
import static dev.lockstep.domain.order.OrderStatus.DENIED;
import static dev.lockstep.domain.order.OrderStatus.DONE_FOR_DAY;
import static dev.lockstep.domain.order.OrderStatus.EXPIRED;
import static dev.lockstep.domain.order.OrderStatus.FILLED;
import static dev.lockstep.domain.order.OrderStatus.HELD;
import static dev.lockstep.domain.order.OrderStatus.NEVER_ACCEPTED;
import static dev.lockstep.domain.order.OrderStatus.NEW;
import static dev.lockstep.domain.order.OrderStatus.PARTIALLY_FILLED;
import static dev.lockstep.domain.order.OrderStatus.PENDING_CANCEL;
import static dev.lockstep.domain.order.OrderStatus.PENDING_REPLACE;
import static dev.lockstep.domain.order.OrderStatus.PENDING_SUBMIT;
import static dev.lockstep.domain.order.OrderStatus.REJECTED;
import static dev.lockstep.domain.order.OrderStatus.REPLACED;
import static dev.lockstep.domain.order.OrderStatus.SUSPENDED;
import static dev.lockstep.domain.order.OrderStatus.UNKNOWN;
import static dev.lockstep.domain.order.OrderStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class OrderStatusTest {
    @Test
    void these_and_no_others_were_never_sent() {
        assertThat(those(OrderStatus::neverSent)).containsExactly(DENIED, WAITING);
    }

    @Test
    void these_and_no_others_are_unresolved() {
        assertThat(those(OrderStatus::unresolved)).containsExactly(PENDING_SUBMIT, UNKNOWN);
    }

    @Test
    void these_and_no_others_are_in_flight() {
        assertThat(those(OrderStatus::inFlight))
                .containsExactly(PENDING_SUBMIT, UNKNOWN, PENDING_CANCEL, PENDING_REPLACE);
    }

    @Test
    void these_and_no_others_are_open() {
        assertThat(those(OrderStatus::open))
                .containsExactly(
                        HELD,
                        ACCEPTED,
                        NEW,
                        PARTIALLY_FILLED,
                        DONE_FOR_DAY,
                        SUSPENDED,
                        PENDING_CANCEL,
                        PENDING_REPLACE);
    }

    @Test
    void these_and_no_others_are_refused() {
        assertThat(those(OrderStatus::refused)).containsExactly(DENIED, REJECTED, NEVER_ACCEPTED);
    }

    @Test
    void these_and_no_others_are_closed() {
        assertThat(those(OrderStatus::closed))
                .containsExactly(
                        DENIED, FILLED, CANCELED, EXPIRED, REPLACED, REJECTED, NEVER_ACCEPTED);
    }

    @Test
    void an_order_is_closed_or_held_here_or_may_be_at_the_broker() {
        for (OrderStatus status : OrderStatus.values()) {
            assertThat(status.closed() || status == WAITING)
                    .as(status.name())
                    .isNotEqualTo(status.mayBeAtBroker());
        }
    }

    private static OrderStatus[] those(Predicate<OrderStatus> predicate) {
        return Arrays.stream(OrderStatus.values()).filter(predicate).toArray(OrderStatus[]::new);
    }
}
