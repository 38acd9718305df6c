package dev.lockstep.domain.usecase.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeChannel;
import dev.lockstep.contracts.FakeRecordFeed;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.memory.InMemoryNotificationOutbox;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationFilter;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.domain.notification.QuietHours;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.TradingState;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which events become messages, when, and how often. */
class DeliverNotificationsTest {
    private static final Evidence EVIDENCE = Evidence.local("test");
    private static final DeliveryResult BROKEN = new DeliveryResult.Failed("HTTP 500");

    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final FakeRecordFeed records = new FakeRecordFeed();
    private final InMemoryNotificationOutbox outbox = new InMemoryNotificationOutbox();
    private final FakeChannel channel = new FakeChannel();

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
    void parts_of_an_order_rejections_and_denials_are_reported_once() {
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE);
        routine.pass();
        Order order = added();
        report(order, OrderStatus.ACCEPTED, "0");
        report(order, OrderStatus.PARTIALLY_FILLED, "4");
        report(order, OrderStatus.CANCELED, "4");
        report(added(), OrderStatus.REJECTED, "0");
        repository.add(sample.intent().denied("MAX_ORDER_VALUE"), EVIDENCE);
        drain(routine);

        assertThat(channel.titles())
                .containsExactly(
                        "Bought 4 of 10 AAPL at 189.125",
                        "Rejected: buy 10 AAPL",
                        "Denied: buy 10 AAPL");
        assertThat(channel.messages().getFirst().notifications().getFirst().fields())
                .containsEntry("symbol", "AAPL")
                .containsEntry("filledQty", "4")
                .containsEntry("orderId", order.id().value());
    }

    @Test
    void incidents_and_halts_are_urgent_and_their_end_is_not() {
        DeliverNotifications urgent = lane(DeliveryLane.URGENT);
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE);
        urgent.pass();
        routine.pass();
        Incident opened =
                Incident.opened(
                        3, IncidentKind.ORDER_UNRESOLVED, "o-1", "2 minutes", clock.instant());
        records.add(opened, true);
        records.add(opened.seenAs("3 minutes"), false);
        records.add(opened.closed("filled", clock.instant()), false);
        records.add(
                new RiskChange(
                        new Step.Restrict("operator", TradingState.HALTED),
                        "ann",
                        "news",
                        clock.instant()));
        urgent.pass();

        assertThat(channel.titles())
                .containsExactly("Incident 3: order unresolved, o-1", "Trading halted by ann");
        assertThat(channel.messages().getFirst().notifications().getFirst().kind())
                .isEqualTo(NotificationKind.UNANSWERED);
        routine.pass();
        assertThat(channel.titles()).endsWith("Cleared: order unresolved, o-1");
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

    @Test
    void what_is_not_urgent_waits_for_the_end_of_quiet_hours() {
        QuietHours night = new QuietHours(LocalTime.of(14, 0), LocalTime.of(15, 0), ZoneOffset.UTC);
        DeliveryRule rule =
                new DeliveryRule(
                        rule().filter(), NotificationKind.urgentByDefault(), night, Duration.ZERO);
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE, rule, outbox);
        DeliverNotifications urgent = lane(DeliveryLane.URGENT, rule, outbox);
        routine.pass();
        urgent.pass();
        outbox.store(LaneProgress.begin("phone", DeliveryLane.ROUTINE, reader().end()));
        filled(added());
        outbox.raise(notice("disk-low-1"));
        routine.pass();
        urgent.pass();
        assertThat(channel.titles()).containsExactly("disk-low-1");

        clock.pass(Duration.ofMinutes(30));
        routine.pass();

        assertThat(channel.titles()).containsExactly("disk-low-1", "Bought 10 AAPL at 189.125");
    }

    @Test
    void a_digest_collects_for_its_time_and_is_one_message() {
        DeliveryRule rule =
                new DeliveryRule(
                        rule().filter(),
                        NotificationKind.urgentByDefault(),
                        null,
                        Duration.ofMinutes(10));
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE, rule, outbox);
        routine.pass();
        filled(added());
        routine.pass();
        filled(added());
        clock.pass(Duration.ofMinutes(9));
        routine.pass();
        assertThat(channel.messages()).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        routine.pass();

        assertThat(channel.messages()).hasSize(1);
        assertThat(channel.messages().getFirst().id()).isEqualTo("test-event-2..test-event-4");
        assertThat(channel.messages().getFirst().title()).isEqualTo("2 notifications");
    }

    @Test
    void a_filter_selects_kinds_and_symbols() {
        DeliveryRule rule =
                new DeliveryRule(
                        new NotificationFilter(
                                Set.of(NotificationKind.FILL, NotificationKind.DISK_LOW),
                                Set.of("MSFT"),
                                Set.of()),
                        Set.of(),
                        null,
                        Duration.ZERO);
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE, rule, outbox);
        routine.pass();
        filled(added());
        outbox.raise(notice("disk-low-1"));
        drain(routine);

        assertThat(channel.titles()).containsExactly("disk-low-1");
    }

    @Test
    void what_is_too_old_is_counted_and_reported() {
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE);
        routine.pass();
        filled(added());
        filled(added());
        clock.pass(Duration.ofHours(25));
        outbox.raise(
                new Notification(
                        "statement-1",
                        NotificationKind.DAILY_STATEMENT,
                        clock.instant(),
                        "statement",
                        "",
                        Map.of()));
        routine.pass();

        assertThat(channel.titles())
                .containsExactly("2 older notifications were not delivered in time", "statement");
        assertThat(outbox.all().getFirst().missed()).isEqualTo(2);
    }

    @Test
    void many_at_once_are_several_messages_without_a_gap() {
        DeliverNotifications routine = lane(DeliveryLane.ROUTINE);
        routine.pass();
        for (int i = 0; i < 45; i++) {
            filled(added());
        }
        drain(routine);

        assertThat(channel.messages())
                .extracting(message -> message.notifications().size())
                .containsExactly(20, 20, 5);
        assertThat(
                        channel.messages().stream()
                                .flatMap(message -> message.notifications().stream())
                                .map(Notification::id))
                .doesNotHaveDuplicates();
    }

    private static void drain(DeliverNotifications lane) {
        for (int i = 0; i < 10; i++) {
            lane.pass();
        }
    }

    private static DeliveryRule rule() {
        return DeliveryRule.everything();
    }

    private DeliverNotifications lane(DeliveryLane lane) {
        return lane(lane, rule(), outbox);
    }

    private DeliverNotifications lane(
            DeliveryLane lane, DeliveryRule rule, NotificationOutbox stored) {
        return new DeliverNotifications("phone", lane, rule, channel, reader(), stored, clock);
    }

    private NotificationReader reader() {
        return new NotificationReader(
                repository, repository, records, outbox, new InstanceTag("test"));
    }

    private Notification notice(String id) {
        return new Notification(id, NotificationKind.DISK_LOW, clock.instant(), id, "", Map.of());
    }

    private Order added() {
        Order order = sample.intent();
        repository.add(order, EVIDENCE);
        return order;
    }

    private void filled(Order order) {
        report(order, OrderStatus.FILLED, "10");
    }

    private void report(Order order, OrderStatus status, String cumQty) {
        repository.update(
                OrderUpdate.applying(
                        order.id(),
                        SampleOrders.report(order, status, cumQty),
                        clock.instant(),
                        EVIDENCE));
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
