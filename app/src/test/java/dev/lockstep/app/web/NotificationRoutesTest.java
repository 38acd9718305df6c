package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.notify.ChannelSettings;
import dev.lockstep.app.notify.WebhookReceiver;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.usecase.notify.NotificationReader;
import dev.lockstep.notifications.config.ChannelConfig;
import dev.lockstep.notifications.config.ChannelSecret;
import dev.lockstep.notifications.config.SecretUrl;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The channels of notifications over REST. */
class NotificationRoutesTest {
    private static final String PATH = "/api/v1/notifications";
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");
    private static final String SECRET = "hush-hush-hush-hush";

    private final WebhookReceiver receiver = new WebhookReceiver();
    private ServedPlatform served;

    @BeforeEach
    void serve(@TempDir Path home) {
        ChannelConfig webhook =
                new ChannelConfig.Webhook(
                        SecretUrl.of("url", receiver.url("/in/" + SECRET)),
                        new ChannelSecret(SECRET));
        served =
                new ServedPlatform(
                        ServedPlatform.Setup.in(home)
                                .withChannel(
                                        new ChannelSettings(
                                                "desk",
                                                "webhook",
                                                webhook,
                                                DeliveryRule.everything())));
    }

    @AfterEach
    void close() {
        served.close();
        receiver.close();
    }

    @Test
    void a_notification_waits_for_its_channel_until_that_has_delivered_it() {
        LaneProgress begun = begin();
        served.post("/api/v1/trading/halt", "{\"reason\":\"news\"}");

        JsonNode waiting = served.get(PATH).json();
        outbox().store(begun.delivered(reader().end(), 1, 0, AT));
        JsonNode delivered = served.get(PATH).json();

        assertThat(waiting.at("/newest/0/title").asText()).startsWith("Trading halted by");
        assertThat(waiting.at("/newest/0/waiting").toString()).isEqualTo("[\"desk\"]");
        assertThat(waiting.at("/channels/0/waiting").asInt()).isEqualTo(1);
        assertThat(delivered.at("/newest/0/delivered").toString()).isEqualTo("[\"desk\"]");
        assertThat(delivered.at("/channels/0/waiting").asInt()).isZero();
        assertThat(delivered.toString()).doesNotContain(SECRET);
    }

    @Test
    void a_failing_channel_says_why() {
        outbox().store(begin().failed("HTTP 500", AT));

        JsonNode channel = served.get(PATH).json().at("/channels/0");

        assertThat(channel.path("failures").asInt()).isEqualTo(1);
        assertThat(channel.path("trouble").asText()).isEqualTo("HTTP 500");
    }

    @Test
    void a_trial_message_reaches_the_channel_or_says_why_not() {
        JsonNode sent = served.post(PATH + "/desk/test", "").json();
        receiver.answers(500);
        JsonNode failed = served.post(PATH + "/desk/test", "").json();

        assertThat(sent.path("delivered").asBoolean()).isTrue();
        assertThat(receiver.titles()).containsExactly("Test of channel desk");
        assertThat(failed.path("delivered").asBoolean()).isFalse();
        assertThat(failed.path("reason").asText()).startsWith("HTTP 500");
        assertThat(served.post(PATH + "/phone/test", "").status()).isEqualTo(404);
    }

    private LaneProgress begin() {
        LaneProgress begun = LaneProgress.begin("desk", DeliveryLane.URGENT, reader().end());
        outbox().store(begun);
        return begun;
    }

    private NotificationReader reader() {
        return served.tradingPlatform().storeUseCases().notificationReader();
    }

    private NotificationOutbox outbox() {
        return served.tradingPlatform().storeUseCases().notificationOutbox();
    }
}
