package dev.lockstep.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.OutboxPosition;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.notification.NotificationOutbox.Raised;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link NotificationOutbox} promises; each implementation extends it. */
public abstract class NotificationOutboxContract {
    private static final Instant NOW = SampleOrders.START;
    private static final OutboxPosition START = new OutboxPosition(7, 5, 3);

    /** An empty outbox. */
    protected abstract NotificationOutbox outbox();

    @Test
    void a_new_channel_has_no_progress() {
        assertThat(outbox().progress("phone", DeliveryLane.URGENT)).isEmpty();
        assertThat(outbox().all()).isEmpty();
        assertThat(outbox().lastNotice()).isZero();
    }

    @Test
    void each_lane_of_each_channel_has_its_progress() {
        LaneProgress urgent = LaneProgress.begin("phone", DeliveryLane.URGENT, START);
        LaneProgress routine = LaneProgress.begin("phone", DeliveryLane.ROUTINE, START);
        LaneProgress other = LaneProgress.begin("mail", DeliveryLane.URGENT, START);
        outbox().store(urgent);
        outbox().store(routine);
        outbox().store(other);
        LaneProgress later = urgent.delivered(START.withEvents(9), 2, 1, NOW);
        LaneProgress failed = routine.failed("HTTP 500", NOW).failed("HTTP 503", NOW);
        outbox().store(later);
        outbox().store(failed);

        assertThat(outbox().progress("phone", DeliveryLane.URGENT)).contains(later);
        assertThat(outbox().progress("phone", DeliveryLane.ROUTINE)).contains(failed);
        assertThat(outbox().all()).containsExactly(other, failed, later);
    }

    @Test
    void a_notice_is_stored_once() {
        Notification low = notice("disk-low-2026-01-05");

        assertThat(outbox().raise(low)).isTrue();
        assertThat(outbox().raise(low)).isFalse();
        assertThat(outbox().raise(notice("disk-low-2026-01-06"))).isTrue();

        assertThat(outbox().lastNotice()).isEqualTo(2);
        assertThat(outbox().noticesAfter(0, 1)).containsExactly(new Raised(1, low));
        assertThat(outbox().noticesAfter(1, 10))
                .extracting(raised -> raised.notice().id())
                .containsExactly("disk-low-2026-01-06");
        assertThat(outbox().noticesAfter(2, 10)).isEmpty();
    }

    @Test
    void a_read_has_its_bounds() {
        assertThatThrownBy(() -> outbox().noticesAfter(0, 0))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> outbox().noticesAfter(0, NotificationOutbox.MAX_NOTICES + 1))
                .isInstanceOf(InvalidValueException.class);
    }

    private static Notification notice(String id) {
        return new Notification(
                id,
                NotificationKind.DISK_LOW,
                NOW,
                "The disk is almost full",
                "12 MB are left\nof 1000: ü 🙂",
                Map.of("freeBytes", "12000000", "note", "a:b 3\n"));
    }
}
