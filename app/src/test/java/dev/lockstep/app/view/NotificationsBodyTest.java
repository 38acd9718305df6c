package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.notify.ChannelSettings;
import dev.lockstep.app.notify.NotificationSettings;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationFilter;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.OutboxPosition;
import dev.lockstep.domain.usecase.notify.ListNotifications.Entry;
import dev.lockstep.domain.usecase.notify.ListNotifications.Listed;
import dev.lockstep.notifications.config.ChannelConfig;
import dev.lockstep.notifications.config.SecretUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The JSON of channels of notifications, field by field. */
class NotificationsBodyTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");

    @Test
    void a_channel_has_the_sums_of_its_lanes_and_the_failure_of_the_worst() {
        NotificationSettings settings =
                new NotificationSettings(
                        "desk", null, NotificationSettings.STATEMENT_AT, List.of(channel("a")));

        assertThat(
                        BodyTree.of(
                                NotificationView.json(
                                        settings,
                                        listed(
                                                lane(DeliveryLane.URGENT, 2, AT, 0, ""),
                                                lane(
                                                        DeliveryLane.ROUTINE,
                                                        3,
                                                        null,
                                                        4,
                                                        "HTTP 500")))))
                .hasToString(
                        """
                        {"label":"desk","pings":false,"channels":[{"name":"a","type":"slack",\
                        "to":"https://hooks.slack.com/***","kinds":["fill","halt"],"begun":true,\
                        "waiting":1,"delivered":5,"missed":2,"deliveredAt":"2026-01-05T14:30:00Z","failures":4,\
                        "trouble":"HTTP 500"}],"newest":[{"id":"halt-1","kind":"halt",\
                        "at":"2026-01-05T14:30:00Z","title":"Trading halted by ann","text":"news",\
                        "delivered":["b"],"waiting":["a"]}]}\
                        """);
        assertThat(BodyTree.of(NotificationView.json(settings, Listed.none())))
                .hasToString(
                        """
                        {"label":"desk","pings":false,"channels":[{"name":"a","type":"slack",\
                        "to":"https://hooks.slack.com/***","kinds":["fill","halt"],"begun":false,\
                        "waiting":0,"delivered":0,"missed":0,"deliveredAt":null,"failures":0,"trouble":""}],\
                        "newest":[]}\
                        """);
    }

    @Test
    void the_table_has_the_worst_failure_and_the_last_delivery_of_all_lanes() {
        NotificationSettings settings =
                new NotificationSettings(
                        "desk",
                        null,
                        NotificationSettings.STATEMENT_AT,
                        List.of(channel("a"), channel("b")));
        List<String> lines =
                NotificationView.table(
                                settings,
                                listed(
                                        lane(DeliveryLane.URGENT, 2, AT, 2, "HTTP 429"),
                                        lane(
                                                DeliveryLane.ROUTINE,
                                                3,
                                                AT.plusSeconds(5),
                                                4,
                                                "HTTP 500")))
                        .lines();

        assertThat(lines.get(1))
                .matches(
                        "a +slack +https://hooks.slack.com/\\*\\*\\* +1 +5 +2 +2026-01-05 14:30:05Z"
                                + " +4 times +HTTP 500");
        assertThat(lines.get(2)).matches("b +slack +https://hooks.slack.com/\\*\\*\\* +0 +0 +0");
    }

    private static Listed listed(LaneProgress... progress) {
        Notification halt =
                new Notification(
                        "halt-1",
                        NotificationKind.HALT,
                        AT,
                        "Trading halted by ann",
                        "news",
                        Map.of());
        return new Listed(List.of(progress), List.of(new Entry(halt, List.of("b"), List.of("a"))));
    }

    private static ChannelSettings channel(String name) {
        return new ChannelSettings(
                name,
                "slack",
                new ChannelConfig.Slack(SecretUrl.of("url", "https://hooks.slack.com/hush")),
                new DeliveryRule(
                        new NotificationFilter(
                                Set.of(NotificationKind.HALT, NotificationKind.FILL),
                                Set.of(),
                                Set.of()),
                        Set.of(),
                        null,
                        Duration.ZERO));
    }

    private static LaneProgress lane(
            DeliveryLane lane, long delivered, @Nullable Instant at, int failures, String trouble) {
        return new LaneProgress(
                "a", lane, new OutboxPosition(0, 0, 0), delivered, 1, at, failures, null, trouble);
    }
}
