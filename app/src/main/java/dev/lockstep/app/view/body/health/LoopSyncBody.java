package dev.lockstep.app.view.body.health;

import dev.lockstep.domain.port.store.LoopReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last sync of the trading loop.
 *
 * @param goodAt when a sync last succeeded, null before the first
 * @param ageMillis its age, null before the first
 * @param fresh whether the orders were synced recently
 * @param failure why the last sync failed, null if it succeeded
 */
public record LoopSyncBody(
        @Nullable String goodAt,
        @Nullable Long ageMillis,
        boolean fresh,
        @Nullable String failure) {
    /** Returns the fields of the last report. */
    public static LoopSyncBody of(Optional<LoopReport> loop, Instant now) {
        Optional<Instant> goodAt =
                loop.flatMap(report -> Optional.ofNullable(report.goodSync()))
                        .map(LoopReport.GoodSync::at);
        return new LoopSyncBody(
                goodAt.map(Instant::toString).orElse(null),
                goodAt.map(at -> Duration.between(at, now).toMillis()).orElse(null),
                loop.filter(report -> report.fresh(now)).isPresent(),
                loop.map(LoopReport::trouble).filter(text -> !text.isEmpty()).orElse(null));
    }
}
