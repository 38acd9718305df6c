package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.LoopReport.GoodSync;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The age of the last successful sync of any process, by this process's monotonic clock: measured
 * from the first read of its report. Timestamps count only for a report that existed before the
 * first read. Not thread-safe.
 */
final class GoodSyncAge {
    private final PlatformClock clock;
    private @Nullable GoodSync seen;
    private boolean readBefore;
    private long lastReading;
    private long madeAt;

    GoodSyncAge(PlatformClock clock) {
        this.clock = clock;
    }

    /** Returns whether the report's good sync is younger than the report allows. */
    boolean fresh(LoopReport report) {
        GoodSync good = report.goodSync();
        if (good == null) {
            return false;
        }
        Duration allowed = Duration.between(good.at(), report.staleAt());
        long now = clock.nanoTime();
        if (!good.equals(seen)) {
            madeAt = now - ageWhenRead(report, good, allowed).toNanos();
            seen = good;
        }
        readBefore = true;
        lastReading = now;
        return now - madeAt < allowed.toNanos();
    }

    /** Returns a report that is new since the last reading is no older than that reading. */
    private Duration ageWhenRead(LoopReport report, GoodSync good, Duration allowed) {
        Duration byTimestamp = Duration.between(good.at(), clock.instant());
        if (!readBefore) {
            return report.fresh(clock.instant()) && !byTimestamp.isNegative()
                    ? byTimestamp
                    : allowed;
        }
        Duration atMost = clock.since(lastReading);
        if (byTimestamp.isNegative()) {
            return Duration.ZERO;
        }
        return byTimestamp.compareTo(atMost) < 0 ? byTimestamp : atMost;
    }
}
