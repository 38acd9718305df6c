package dev.lockstep.domain.usecase.notify;

import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.OrderNotifications;
import dev.lockstep.domain.notification.OutboxPosition;
import dev.lockstep.domain.notification.RecordNotifications;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.notification.NotificationOutbox.Raised;
import dev.lockstep.domain.port.notification.RecordFeed;
import dev.lockstep.domain.port.notification.RecordFeed.Entry;
import dev.lockstep.domain.port.notification.RecordFeed.Page;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderFeed.Step;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.notify.PlacedNotification.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads notifications from what is stored anyway: the events of orders, the records of incidents
 * and restrictions, and the notices. Nothing is added to the writes that make them true, and
 * nothing is missed by a reader that was killed.
 */
public final class NotificationReader {
    private static final int PAGE = 200;

    private final OrderFeed feed;
    private final OrderRepository repository;
    private final RecordFeed records;
    private final NotificationOutbox outbox;
    private final InstanceTag tag;

    /**
     * Builds the reader on its ports.
     *
     * @param tag names the database in the ids of its notifications
     */
    public NotificationReader(
            OrderFeed feed,
            OrderRepository repository,
            RecordFeed records,
            NotificationOutbox outbox,
            InstanceTag tag) {
        this.tag = tag;
        this.feed = feed;
        this.repository = repository;
        this.records = records;
        this.outbox = outbox;
    }

    /** Returns the position after everything that is stored. */
    public OutboxPosition end() {
        return new OutboxPosition(feed.last(), records.last(), outbox.lastNotice());
    }

    /**
     * Reads the next notifications of a lane after a position, one page of each sequence.
     *
     * @param earliest older ones are counted only
     */
    DueNotifications read(
            OutboxPosition from, Instant earliest, DeliveryRule rule, DeliveryLane lane) {
        Predicate<Notification> admitted = notification -> rule.admits(lane, notification);
        DueNotifications due = new DueNotifications(from, earliest, tag);
        if (rule.ofOrders(lane)) {
            readEvents(due, admitted);
        } else {
            due.reach(from.withEvents(Math.max(from.events(), feed.last())));
        }
        readRecords(due, admitted);
        readNotices(due, admitted);
        return due;
    }

    /** Returns the notifications among the newest entries of each sequence, newest first. */
    List<PlacedNotification> newest() {
        OutboxPosition end = end();
        List<PlacedNotification> newest = new ArrayList<>();
        for (Step step : feed.eventsAfter(before(end.events()), PAGE)) {
            of(step).ifPresent(each -> newest.add(placed(each, Sequence.EVENTS, step.seq())));
        }
        for (Entry entry : records.after(before(end.records()), PAGE).entries()) {
            of(entry).ifPresent(each -> newest.add(placed(each, Sequence.RECORDS, entry.seq())));
        }
        for (Raised each : outbox.noticesAfter(before(end.notices()), PAGE)) {
            newest.add(placed(each.notice(), Sequence.NOTICES, each.seq()));
        }
        newest.sort(PlacedNotification.NEWEST_FIRST);
        return newest;
    }

    private static long before(long last) {
        return Math.max(0, last - PAGE);
    }

    private PlacedNotification placed(Notification notification, Sequence sequence, long seq) {
        return new PlacedNotification(notification.of(tag), sequence, seq);
    }

    private void readEvents(DueNotifications due, Predicate<Notification> admitted) {
        for (Step step : feed.eventsAfter(due.reached().events(), PAGE)) {
            if (due.full()) {
                return;
            }
            of(step).filter(admitted).ifPresent(due::add);
            due.reach(due.reached().withEvents(step.seq()));
        }
    }

    private void readRecords(DueNotifications due, Predicate<Notification> admitted) {
        Page page = records.after(due.reached().records(), PAGE);
        for (Entry entry : page.entries()) {
            if (due.full()) {
                return;
            }
            of(entry).filter(admitted).ifPresent(due::add);
            due.reach(due.reached().withRecords(entry.seq()));
        }
        due.reach(due.reached().withRecords(page.reached()));
    }

    private void readNotices(DueNotifications due, Predicate<Notification> admitted) {
        List<Raised> raised = outbox.noticesAfter(due.reached().notices(), PAGE);
        for (Raised each : raised) {
            if (due.full()) {
                return;
            }
            Optional.of(each.notice()).filter(admitted).ifPresent(due::add);
            due.reach(due.reached().withNotices(each.seq()));
        }
    }

    private Optional<Notification> of(Step step) {
        OrderEvent event = step.event();
        if (!OrderNotifications.possible(event)) {
            return Optional.empty();
        }
        Optional<Order> order = repository.find(event.orderId());
        OrderEvent before =
                event.version() == 1
                        ? null
                        : feed.event(event.orderId(), event.version() - 1).orElse(null);
        return order.flatMap(found -> OrderNotifications.of(step.seq(), event, before, found));
    }

    private static Optional<Notification> of(Entry entry) {
        return switch (entry) {
            case Entry.OfIncident found -> RecordNotifications.of(found.incident(), found.first());
            case Entry.OfRisk found -> RecordNotifications.of(found.seq(), found.change());
        };
    }
}
