package dev.lockstep.domain.usecase.notify;

import dev.lockstep.contracts.FakeChannel;
import dev.lockstep.contracts.FakeRecordFeed;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.memory.InMemoryNotificationOutbox;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.util.Map;

/** A channel, the records that it reports, and the lane that delivers them. */
abstract class DeliveryFixture {
    static final Evidence EVIDENCE = Evidence.local("test");
    static final DeliveryResult BROKEN = new DeliveryResult.Failed("HTTP 500");

    final TestClock clock = new TestClock();
    final SampleOrders sample = new SampleOrders();
    final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    final FakeRecordFeed records = new FakeRecordFeed();
    final InMemoryNotificationOutbox outbox = new InMemoryNotificationOutbox();
    final FakeChannel channel = new FakeChannel();

    static void drain(DeliverNotifications lane) {
        for (int i = 0; i < 10; i++) {
            lane.pass();
        }
    }

    static DeliveryRule rule() {
        return DeliveryRule.everything();
    }

    DeliverNotifications lane(DeliveryLane lane) {
        return lane(lane, rule(), outbox);
    }

    DeliverNotifications lane(DeliveryLane lane, DeliveryRule rule, NotificationOutbox stored) {
        return new DeliverNotifications("phone", lane, rule, channel, reader(), stored, clock);
    }

    NotificationReader reader() {
        return new NotificationReader(
                repository, repository, records, outbox, new InstanceTag("test"));
    }

    Notification notice(String id) {
        return new Notification(id, NotificationKind.DISK_LOW, clock.instant(), id, "", Map.of());
    }

    Order added() {
        Order order = sample.intent();
        repository.add(order, EVIDENCE);
        return order;
    }

    void filled(Order order) {
        report(order, OrderStatus.FILLED, "10");
    }

    void report(Order order, OrderStatus status, String cumQty) {
        repository.update(
                OrderUpdate.applying(
                        order.id(),
                        SampleOrders.report(order, status, cumQty),
                        clock.instant(),
                        EVIDENCE));
    }
}
