package dev.lockstep.app.view;

import dev.lockstep.app.notify.ChannelSettings;
import dev.lockstep.app.notify.NotificationSettings;
import dev.lockstep.app.view.NotificationsBody.ChannelBody;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.NotificationKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Channels of notifications with their progress, without secrets. */
public final class NotificationView {
    private NotificationView() {}

    /** Returns one row for each channel. */
    public static Table table(NotificationSettings settings, List<LaneProgress> progress) {
        Table table =
                new Table("channel", "type", "to", "delivered", "missed", "last", "failing", "why");
        for (ChannelSettings channel : settings.channels()) {
            List<LaneProgress> lanes = lanes(channel, progress);
            Optional<LaneProgress> failing = failing(lanes);
            table.row(
                    channel.name(),
                    channel.type(),
                    channel.destination(),
                    lanes.stream().mapToLong(LaneProgress::delivered).sum(),
                    lanes.stream().mapToLong(LaneProgress::missed).sum(),
                    last(lanes).<Object>map(at -> at).orElse(""),
                    failing.<Object>map(lane -> lane.failures() + " times").orElse(""),
                    failing.map(LaneProgress::trouble).orElse(""));
        }
        return table;
    }

    /** Returns the JSON for programs. */
    public static NotificationsBody json(
            NotificationSettings settings, List<LaneProgress> progress) {
        return new NotificationsBody(
                settings.label(),
                settings.pingUrl() != null,
                settings.channels().stream()
                        .map(channel -> body(channel, lanes(channel, progress)))
                        .toList());
    }

    private static ChannelBody body(ChannelSettings channel, List<LaneProgress> lanes) {
        return new ChannelBody(
                channel.name(),
                channel.type(),
                channel.destination(),
                channel.rule().filter().kinds().stream()
                        .sorted()
                        .map(NotificationKind::word)
                        .toList(),
                !lanes.isEmpty(),
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
