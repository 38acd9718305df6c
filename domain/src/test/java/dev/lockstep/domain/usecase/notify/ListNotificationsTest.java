package dev.lockstep.domain.usecase.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.contracts.FakeRecordFeed;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.memory.InMemoryNotificationOutbox;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.NotificationFilter;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.usecase.notify.ListNotifications.Entry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which channels have delivered a notification, and which it waits for. */
class ListNotificationsTest {
    private static final DeliveryRule ALL = DeliveryRule.everything();

    private final SampleOrders sample = new SampleOrders();
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final FakeRecordFeed records = new FakeRecordFeed();
    private final InMemoryNotificationOutbox outbox = new InMemoryNotificationOutbox();
    private final NotificationReader reader =
            new NotificationReader(
                    repository, repository, records, outbox, new InstanceTag("test"));
    private final ListNotifications list = new ListNotifications(reader, outbox);

    @Test
    void what_a_channel_has_passed_is_delivered_and_the_rest_waits() {
        LaneProgress begun = begin("phone", DeliveryLane.ROUTINE);
        deny();
        outbox.store(begun.delivered(reader.end(), 1, 0, SampleOrders.START));
        deny();

        assertThat(list.list(Map.of("phone", ALL)).newest())
                .extracting(Entry::delivered, Entry::waiting)
                .containsExactly(
                        tuple(List.of(), List.of("phone")), tuple(List.of("phone"), List.of()));
    }

    @Test
    void what_happened_before_a_channel_was_set_up_is_not_delivered_by_it() {
        deny();
        begin("phone", DeliveryLane.ROUTINE);

        Entry entry = list.list(Map.of("phone", ALL)).newest().getFirst();

        assertThat(entry.delivered()).isEmpty();
        assertThat(entry.waiting()).isEmpty();
    }

    @Test
    void each_lane_has_its_own_progress_and_a_filter_its_own_kinds() {
        begin("desk", DeliveryLane.URGENT);
        LaneProgress routine = begin("desk", DeliveryLane.ROUTINE);
        begin("phone", DeliveryLane.URGENT);
        begin("phone", DeliveryLane.ROUTINE);
        deny();
        records.add(
                Incident.opened(
                        3, IncidentKind.EXTERNAL_ORDER, "AAPL", "1 order", SampleOrders.START),
                true);
        outbox.store(routine.delivered(reader.end(), 1, 0, SampleOrders.START));

        Map<String, Entry> byKind = new HashMap<>();
        list.list(Map.of("desk", ALL, "phone", only(NotificationKind.INCIDENT)))
                .newest()
                .forEach(each -> byKind.put(each.notification().kind().word(), each));

        Entry denial = Objects.requireNonNull(byKind.get("denial"));
        assertThat(denial.delivered()).containsExactly("desk");
        assertThat(denial.waiting()).isEmpty();
        assertThat(Objects.requireNonNull(byKind.get("incident")).waiting())
                .containsExactly("desk", "phone");
    }

    @Test
    void the_list_is_bounded_and_has_the_ids_of_deliveries() {
        for (int i = 0; i < ListNotifications.MAX_LISTED + 5; i++) {
            deny();
        }

        List<Entry> newest = list.list(Map.of()).newest();

        assertThat(newest).hasSize(ListNotifications.MAX_LISTED);
        assertThat(newest.getFirst().notification().id()).startsWith("test-");
    }

    private LaneProgress begin(String channel, DeliveryLane lane) {
        LaneProgress begun = LaneProgress.begin(channel, lane, reader.end());
        outbox.store(begun);
        return begun;
    }

    private void deny() {
        repository.add(sample.intent().denied("MAX_ORDER_VALUE"), Evidence.local("test"));
    }

    private static DeliveryRule only(NotificationKind kind) {
        return new DeliveryRule(
                new NotificationFilter(Set.of(kind), Set.of(), Set.of()),
                NotificationKind.urgentByDefault(),
                null,
                Duration.ZERO);
    }
}
