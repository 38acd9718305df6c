package dev.lockstep.domain.usecase.notify;

import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists the newest notifications with the channels that have delivered them, and those that they
 * wait for; from what is stored alone, so any process can list them.
 */
public final class ListNotifications {
    /** The most notifications that are listed. */
    public static final int MAX_LISTED = 100;

    private final NotificationReader reader;
    private final NotificationOutbox outbox;

    /** Builds the use case on its ports. */
    public ListNotifications(NotificationReader reader, NotificationOutbox outbox) {
        this.reader = reader;
        this.outbox = outbox;
    }

    /**
     * The notifications of all channels.
     *
     * @param progress the progress of all lanes that ever ran
     * @param newest the newest notifications, newest first
     */
    public record Listed(List<LaneProgress> progress, List<Entry> newest) {
        public Listed {
            progress = List.copyOf(progress);
            newest = List.copyOf(newest);
        }

        /** Returns what is listed without a store. */
        public static Listed none() {
            return new Listed(List.of(), List.of());
        }
    }

    /**
     * One notification.
     *
     * @param notification the notification
     * @param delivered the channels that have delivered it, by name
     * @param waiting the channels that have not delivered it yet, by name
     */
    public record Entry(Notification notification, List<String> delivered, List<String> waiting) {
        public Entry {
            delivered = List.copyOf(delivered);
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * Returns them. A channel has delivered the last ones that it has passed, as many as it counts;
     * earlier ones are from before it was set up, or were too old.
     *
     * @param rules the rules of the channels, by name
     */
    public Listed list(Map<String, DeliveryRule> rules) {
        List<LaneProgress> progress = outbox.all();
        List<Lane> lanes = new ArrayList<>();
        for (LaneProgress each : progress) {
            DeliveryRule rule = rules.get(each.channel());
            if (rule != null) {
                lanes.add(new Lane(each, rule));
            }
        }
        List<Entry> entries =
                reader.newest().stream().map(each -> entry(each, lanes)).limit(MAX_LISTED).toList();
        return new Listed(progress, entries);
    }

    private static Entry entry(PlacedNotification placed, List<Lane> lanes) {
        Map<String, Boolean> byChannel = new TreeMap<>();
        for (Lane lane : lanes) {
            if (lane.admits(placed.notification())) {
                if (!placed.passedAt(lane.progress.position())) {
                    byChannel.put(lane.progress.channel(), false);
                } else if (lane.countsOneMore()) {
                    byChannel.put(lane.progress.channel(), true);
                }
            }
        }
        List<String> delivered = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        byChannel.forEach((channel, done) -> (done ? delivered : waiting).add(channel));
        return new Entry(placed.notification(), delivered, waiting);
    }

    /** A lane, and how many of its deliveries are not listed yet. */
    private static final class Lane {
        private final LaneProgress progress;
        private final DeliveryRule rule;
        private long unlisted;

        Lane(LaneProgress progress, DeliveryRule rule) {
            this.progress = progress;
            this.rule = rule;
            this.unlisted = progress.delivered();
        }

        boolean admits(Notification notification) {
            return rule.admits(progress.lane(), notification);
        }

        boolean countsOneMore() {
            return unlisted-- > 0;
        }
    }
}
