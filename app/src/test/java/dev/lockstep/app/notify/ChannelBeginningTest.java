package dev.lockstep.app.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.memory.InMemoryNotificationOutbox;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.OutboxPosition;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The place from which a channel delivers. */
class ChannelBeginningTest {
    private final InMemoryNotificationOutbox outbox = new InMemoryNotificationOutbox();
    private final AtomicReference<OutboxPosition> end =
            new AtomicReference<>(new OutboxPosition(4, 5, 0));
    private final AtomicBoolean statementChecked = new AtomicBoolean();
    private final ChannelBeginning beginning =
            new ChannelBeginning("phone", outbox, end::get, statementChecked::get);

    @ParameterizedTest
    @EnumSource
    void a_new_channel_begins_behind_the_statement_that_was_due_before_it(DeliveryLane lane) {
        assertThat(beginning.begun()).isFalse();
        end.set(new OutboxPosition(6, 7, 1));
        outbox.raise(statement());
        statementChecked.set(true);

        assertThat(beginning.begun()).isTrue();
        assertThat(outbox.progress("phone", lane))
                .map(LaneProgress::position)
                .contains(new OutboxPosition(4, 5, 1));
    }

    @Test
    void a_channel_that_has_begun_delivers_at_once_from_its_place() {
        OutboxPosition place = new OutboxPosition(1, 2, 0);
        outbox.store(LaneProgress.begin("phone", DeliveryLane.URGENT, place));

        assertThat(beginning.begun()).isTrue();
        assertThat(outbox.progress("phone", DeliveryLane.URGENT))
                .map(LaneProgress::position)
                .contains(place);
    }

    private static Notification statement() {
        return new Notification(
                "statement-2026-01-02",
                NotificationKind.DAILY_STATEMENT,
                Instant.parse("2026-01-02T22:00:00Z"),
                "Statement of 2026-01-02",
                "equity",
                Map.of());
    }
}
