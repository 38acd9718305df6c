package dev.lockstep.app.notify;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Opens an incident while a channel fails for long. Not thread-safe. */
final class ChannelAlarm {
    static final Duration AFTER = Duration.ofMinutes(10);

    private final String channel;
    private final Incidents incidents;
    private final InstantSource clock;
    private @Nullable Boolean reported;

    ChannelAlarm(String channel, Incidents incidents, InstantSource clock) {
        this.channel = channel;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Compares the progress of both lanes with what is reported. */
    void check(LaneProgress urgent, LaneProgress routine) {
        LaneProgress failing = longFailingSince(urgent) != null ? urgent : routine;
        @Nullable Instant since = longFailingSince(failing);
        boolean fails = since != null;
        if (!Boolean.valueOf(fails).equals(reported)) {
            report(since, failing);
            reported = fails;
        }
    }

    private @Nullable Instant longFailingSince(LaneProgress progress) {
        Instant since = progress.failingSince();
        return since != null && !clock.instant().isBefore(since.plus(AFTER)) ? since : null;
    }

    private void report(@Nullable Instant since, LaneProgress failing) {
        if (since != null) {
            incidents.open(
                    IncidentKind.NOTIFICATIONS_FAIL,
                    channel,
                    "no notification delivered since "
                            + ShownValue.seconds(since)
                            + ": "
                            + failing.trouble(),
                    clock.instant());
        } else {
            incidents.close(
                    IncidentKind.NOTIFICATIONS_FAIL,
                    channel,
                    "the channel does not fail any more",
                    clock.instant());
        }
    }
}
