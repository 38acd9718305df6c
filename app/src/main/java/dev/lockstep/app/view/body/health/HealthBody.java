package dev.lockstep.app.view.body.health;

import dev.lockstep.app.view.body.risk.RestrictionBody;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.usecase.report.Health;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The health of the platform. Durations are milliseconds.
 *
 * @param at the time of the check
 * @param healthy whether there is no problem
 * @param problems the problems
 * @param fresh whether the orders were synced recently
 * @param loopOwner the process that runs the trading loop, null if there is none
 * @param lastSync the last report of the trading loop, null before the first
 * @param syncAgeMillis the age of the last good sync, null before the first
 * @param stream the state of the live events, null before the first report
 * @param tradingState the state of trading, null while the store is away
 * @param restrictions the restrictions in force, null while the store is away
 * @param unresolved the number of unanswered orders, null while the store is away
 * @param oldestUnresolvedMillis the age of the oldest of them, null if there is none
 * @param openIncidents the open incidents, newest first, null while the store is away
 */
public record HealthBody(
        String at,
        boolean healthy,
        List<String> problems,
        boolean fresh,
        @Nullable String loopOwner,
        @Nullable LastSyncBody lastSync,
        @Nullable Long syncAgeMillis,
        @Nullable String stream,
        @Nullable String tradingState,
        @Nullable List<RestrictionBody> restrictions,
        @Nullable Integer unresolved,
        @Nullable Long oldestUnresolvedMillis,
        @Nullable List<IncidentBody> openIncidents) {

    /** Returns the fields of a check. */
    public static HealthBody of(Health health) {
        return new HealthBody(
                health.at().toString(),
                health.healthy(),
                health.problems(),
                health.fresh(),
                health.owner().map(Lease::owner).orElse(null),
                health.loop().map(LastSyncBody::of).orElse(null),
                millis(health.syncAge()),
                stream(health),
                ShownValue.of(health.riskRules().state()),
                RestrictionBody.of(health.riskRules().restrictions()),
                health.unresolved(),
                millis(health.oldestUnresolved()),
                health.openIncidents().stream().map(IncidentBody::of).toList());
    }

    /** Returns the fields while the store cannot be read: all but this is unknown. */
    public static HealthBody storeAway(Instant at, String text) {
        return new HealthBody(
                at.toString(),
                false,
                List.of("the store is away: " + text),
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Returns the reported state of the live events; only a fresh report proves it. */
    private static @Nullable String stream(Health health) {
        return health.loop()
                .map(report -> health.fresh() ? ShownValue.of(report.stream()) : "unknown")
                .orElse(null);
    }

    private static @Nullable Long millis(Optional<Duration> duration) {
        return duration.map(Duration::toMillis).orElse(null);
    }
}
