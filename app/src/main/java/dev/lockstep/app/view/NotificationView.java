package dev.lockstep.app.view;

import dev.lockstep.app.notify.ChannelSettings;
import dev.lockstep.app.notify.NotificationSettings;
import dev.lockstep.app.view.NotificationsBody.ChannelBody;
import dev.lockstep.app.view.NotificationsBody.NotificationBody;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.usecase.notify.ListNotifications.Entry;
import dev.lockstep.domain.usecase.notify.ListNotifications.Listed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Channels of notifications with their progress, without secrets. */
public final class NotificationView {
    private NotificationView() {}

    /** Returns one row for each channel. */
    public static Table table(NotificationSettings settings, Listed listed) {
        Table table =
                new Table(
                        "channel",
                        "type",
                        "to",
                        "waiting",
                        "delivered",
                        "missed",
                        "last",
                        "failing",
                        "why");
        for (ChannelSettings channel : settings.channels()) {
            List<LaneProgress> lanes = lanes(channel, listed.progress());
            Optional<LaneProgress> failing = failing(lanes);
            table.row(
                    channel.name(),
                    channel.type(),
                    channel.destination(),
                    waiting(channel, listed),
                    lanes.stream().mapToLong(LaneProgress::delivered).sum(),
                    lanes.stream().mapToLong(LaneProgress::missed).sum(),
                    last(lanes).<Object>map(at -> at).orElse(""),
                    failing.<Object>map(lane -> lane.failures() + " times").orElse(""),
                    failing.map(LaneProgress::trouble).orElse(""));
        }
        return table;
    }

    /** Returns the JSON for programs. */
    public static NotificationsBody json(NotificationSettings settings, Listed listed) {
        return new NotificationsBody(
                settings.label(),
                settings.pingUrl() != null,
                settings.channels().stream().map(channel -> body(channel, listed)).toList(),
                listed.newest().stream().map(NotificationView::body).toList());
    }

    private static NotificationBody body(Entry entry) {
        Notification notification = entry.notification();
        return new NotificationBody(
                notification.id(),
                notification.kind().word(),
                notification.at().toString(),
                notification.title(),
                notification.text(),
                entry.delivered(),
                entry.waiting());
    }

    private static long waiting(ChannelSettings channel, Listed listed) {
        return listed.newest().stream()
                .filter(each -> each.waiting().contains(channel.name()))
                .count();
    }

    private static ChannelBody body(ChannelSettings channel, Listed listed) {
        List<LaneProgress> lanes = lanes(channel, listed.progress());
        return new ChannelBody(
                channel.name(),
                channel.type(),
                channel.destination(),
                channel.rule().filter().kinds().stream()
                        .sorted()
                        .map(NotificationKind::word)
                        .toList(),
                !lanes.isEmpty(),
                waiting(channel, listed),
                lanes.stream().mapToLong(LaneProgress::delivered).sum(),
                lanes.stream().mapToLong(LaneProgress::missed).sum(),
                last(lanes).map(Instant::toString).orElse(null),
                failing(lanes).map(LaneProgress::failures).orElse(0),
                failing(lanes).map(LaneProgress::trouble).orElse(""));
    }

    private static List<LaneProgress> lanes(ChannelSettings channel, List<LaneProgress> progress) {
        return progress.stream().filter(lane -> lane.channel().equals(channel.name())).toList();
    }

    private static Optional<LaneProgress> failing(List<LaneProgress> lanes) {
        return lanes.stream()
                .filter(lane -> lane.failures() > 0)
                .max(Comparator.comparingInt(LaneProgress::failures));
    }

    private static Optional<Instant> last(List<LaneProgress> lanes) {
        return lanes.stream()
                .map(LaneProgress::deliveredAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
