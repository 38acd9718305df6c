package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.notify.ChannelSettings;
import dev.lockstep.app.notify.NotificationSettings;
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

    /** Returns the table for people. */
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
    public static ObjectNode json(NotificationSettings settings, List<LaneProgress> progress) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("label", settings.label());
        json.put("pings", settings.pingUrl() != null);
        ArrayNode channels = json.putArray("channels");
        for (ChannelSettings channel : settings.channels()) {
            add(channels.addObject(), channel, lanes(channel, progress));
        }
        return json;
    }

    private static void add(ObjectNode json, ChannelSettings channel, List<LaneProgress> lanes) {
        json.put("name", channel.name());
        json.put("type", channel.type());
        json.put("to", channel.destination());
        ArrayNode kinds = json.putArray("kinds");
        channel.rule().filter().kinds().stream()
                .sorted()
                .map(NotificationKind::word)
                .forEach(kinds::add);
        json.put("begun", !lanes.isEmpty());
        json.put("delivered", lanes.stream().mapToLong(LaneProgress::delivered).sum());
        json.put("missed", lanes.stream().mapToLong(LaneProgress::missed).sum());
        json.put("deliveredAt", last(lanes).map(Instant::toString).orElse(null));
        json.put("failures", failing(lanes).map(LaneProgress::failures).orElse(0));
        json.put("trouble", failing(lanes).map(LaneProgress::trouble).orElse(""));
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
