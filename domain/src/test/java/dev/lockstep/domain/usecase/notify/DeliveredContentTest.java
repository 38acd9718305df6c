package dev.lockstep.domain.usecase.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationFilter;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.QuietHours;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.TradingState;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a channel reports and when: kinds, urgency, quiet hours, digests and filters. */
class DeliveredContentTest extends DeliveryFixture {
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
}
