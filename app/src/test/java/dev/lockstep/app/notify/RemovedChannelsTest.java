package dev.lockstep.app.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.memory.InMemoryIncidents;
import dev.lockstep.domain.notification.DeliveryRule;
import dev.lockstep.domain.notification.NotificationFilter;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import dev.lockstep.notifications.config.ChannelConfig;
import dev.lockstep.notifications.config.SecretUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Incidents of channels that failed and were taken out of the settings. */
class RemovedChannelsTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");

    private final InMemoryIncidents incidents = new InMemoryIncidents();

    @Test
    void only_the_incident_of_a_channel_that_is_gone_is_closed() {
        incidents.open(IncidentKind.NOTIFICATIONS_FAIL, "phone", "fails", AT);
        incidents.open(IncidentKind.NOTIFICATIONS_FAIL, "desk", "fails", AT);
        incidents.open(IncidentKind.TLS_CERTIFICATE, "phone", "unreadable", AT);

        new RemovedChannels(settings("desk"), incidents, () -> AT.plusSeconds(60)).check();

        assertThat(incidents.list(IncidentQuery.all()))
                .filteredOn(incident -> !incident.open())
                .singleElement()
                .satisfies(closed -> {
                    assertThat(closed.kind()).isEqualTo(IncidentKind.NOTIFICATIONS_FAIL);
                    assertThat(closed.subject()).isEqualTo("phone");
                    assertThat(closed.resolution())
                            .isEqualTo("the channel is not configured any more");
                });
        assertThat(incidents.list(IncidentQuery.open()))
                .extracting(Incident::subject)
                .containsExactly("phone", "desk");
    }

    private static NotificationSettings settings(String channel) {
        return new NotificationSettings(
                "test",
                null,
                NotificationSettings.STATEMENT_AT,
                List.of(
                        new ChannelSettings(
                                channel,
                                "slack",
                                new ChannelConfig.Slack(
                                        SecretUrl.of("url", "https://hooks.slack.com/hush")),
                                new DeliveryRule(
                                        new NotificationFilter(Set.of(), Set.of(), Set.of()),
                                        Set.of(),
                                        null,
                                        Duration.ZERO))));
    }
}
