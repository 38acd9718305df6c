package dev.lockstep.domain.usecase.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each notification is delivered, and repeated under its id where its delivery is not certain. */
class DeliverNotificationsTest extends DeliveryFixture {
    @Test
    void a_new_channel_begins_now() {
        filled(added());
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE);
        routine.pass();
        assertThat(channel.messages()).isEmpty();

        filled(added());
        routine.pass();

        assertThat(channel.titles()).containsExactly("Bought 10 AAPL at 189.125");
    }

    @Test
    void a_failed_message_is_repeated_with_its_id_after_growing_pauses() {
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE);
        routine.pass();
        channel.answers(BROKEN);
        filled(added());

        for (int i = 0; i < 3_600; i++) {
            routine.pass();
            clock.pass(Duration.ofSeconds(1));
        }
        int attempts = channel.messages().size();
        LaneProgress failing = outbox.all().getFirst();
        channel.answers(new DeliveryResult.Delivered());
        clock.pass(Duration.ofMinutes(15));
        routine.pass();

        assertThat(attempts).isBetween(8, 12);
        assertThat(failing.failures()).isEqualTo(attempts);
        assertThat(failing.trouble()).isEqualTo("HTTP 500");
        assertThat(channel.messages().stream().map(NotificationMessage::id).distinct())
                .containsExactly("test-event-2");
        assertThat(outbox.all().getFirst().failures()).isZero();
        assertThat(outbox.all().getFirst().delivered()).isEqualTo(1);
    }

    @Test
    void the_pause_that_a_channel_asks_for_is_kept() {
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE);
        routine.pass();
        channel.answers(new DeliveryResult.Failed("HTTP 429", Duration.ofMinutes(2)));
        filled(added());
        routine.pass();
        clock.pass(Duration.ofSeconds(119));
        routine.pass();
        assertThat(channel.messages()).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        routine.pass();
        assertThat(channel.messages()).hasSize(2);
    }

    @Test
    void a_process_that_died_before_the_progress_was_stored_delivers_again_with_the_same_id() {
        lane(DeliveryLane.ROUTINE).pass();
        outbox.store(LaneProgress.begin("phone", DeliveryLane.ROUTINE, reader().end()));
        filled(added());
        Unstored dying = new Unstored(outbox);
        assertThatThrownBy(() -> lane(DeliveryLane.ROUTINE, rule(), dying).pass())
                .isInstanceOf(RepositoryException.class);

        lane(DeliveryLane.ROUTINE).pass();

        assertThat(channel.messages())
                .extracting(NotificationMessage::id)
                .containsExactly("test-event-2", "test-event-2");
    }

    @Test
    void nothing_is_sent_again_while_the_progress_of_the_last_message_cannot_be_stored() {
        outbox.store(LaneProgress.begin("phone", DeliveryLane.ROUTINE, reader().end()));
        filled(added());
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE, rule(), new Unstored(outbox));

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(routine::pass).isInstanceOf(RepositoryException.class);
        }

        assertThat(channel.messages()).hasSize(1);
    }

    /** An outbox whose disk is full. */
    private record Unstored(NotificationOutbox inner) implements NotificationOutbox {
        @Override
        public Optional<LaneProgress> progress(String channel, DeliveryLane lane) {
            return inner.progress(channel, lane);
        }

        @Override
        public List<LaneProgress> all() {
            return inner.all();
        }

        @Override
        public void store(LaneProgress progress) {
            throw new RepositoryException(RepositoryException.Reason.DISK_FULL, "no room");
        }

        @Override
        public boolean raise(Notification notice) {
            return inner.raise(notice);
        }

        @Override
        public long lastNotice() {
            return inner.lastNotice();
        }

        @Override
        public List<Raised> noticesAfter(long seq, int limit) {
            return inner.noticesAfter(seq, limit);
        }

        @Override
        public NotificationOutbox fenced(Lease held) {
            return this;
        }
    }
}
