package dev.lockstep.app.view.body.health;

import dev.lockstep.domain.port.store.LoopReport;
import org.jspecify.annotations.Nullable;

/**
 * The last report of the trading loop.
 *
 * @param owner the process that runs the loop
 * @param reportedAt when it reported
 * @param goodAt when a sync last succeeded
 * @param tookMillis the duration of that sync
 * @param changed the number of orders that it changed
 * @param staleAt when the orders count as stale
 * @param failure why the last sync failed, empty if it succeeded
 */
public record LastSyncBody(
        String owner,
        String reportedAt,
        @Nullable String goodAt,
        @Nullable Long tookMillis,
        @Nullable Integer changed,
        String staleAt,
        String failure) {

    /** Returns the fields of a report. */
    static LastSyncBody of(LoopReport report) {
        LoopReport.GoodSync good = report.goodSync();
        return new LastSyncBody(
                report.owner(),
                report.at().toString(),
                good == null ? null : good.at().toString(),
                good == null ? null : good.took().toMillis(),
                good == null ? null : good.changed(),
                report.staleAt().toString(),
                report.trouble());
    }
}
