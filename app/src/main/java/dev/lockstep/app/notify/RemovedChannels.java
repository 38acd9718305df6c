package dev.lockstep.app.notify;

import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.Incidents.IncidentQuery;
import java.time.InstantSource;

/**
 * Closes the incidents of failing channels that are not configured any more, which no channel of
 * this process would close.
 */
final class RemovedChannels {
    private final NotificationSettings settings;
    private final Incidents incidents;
    private final InstantSource clock;

    RemovedChannels(NotificationSettings settings, Incidents incidents, InstantSource clock) {
        this.settings = settings;
        this.incidents = incidents;
        this.clock = clock;
    }

    void check() {
        incidents.list(IncidentQuery.open()).stream()
                .filter(incident -> incident.kind() == IncidentKind.NOTIFICATIONS_FAIL)
                .map(Incident::subject)
                .filter(channel -> settings.channel(channel).isEmpty())
                .forEach(channel ->
                        incidents.close(
                                IncidentKind.NOTIFICATIONS_FAIL,
                                channel,
                                "the channel is not configured any more",
                                clock.instant()));
    }
}
