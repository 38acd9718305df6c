package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TradingRestrictor;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Detects that the orders have not been synced for too long, for any reason. It opens an incident
 * and restricts trading to orders that reduce risk until a sync succeeds.
 *
 * <p>It relies only on the loop's last report, so any process may run it. Not thread-safe.
 */
public final class WatchFreshness {
    /** Under this name it holds trading back. */
    public static final String SOURCE = Restriction.SYNC;

    private final LoopReports loopReports;
    private final TradingRestrictor restrictor;
    private final PlatformClock clock;
    private final IncidentBook incidents;
    private final GoodSyncAge age;
    private final long began;
    private final Duration patience;
    private Optional<Boolean> known = Optional.empty();

    /**
     * Builds the watch on its ports.
     *
     * @param patience how long from now to wait for a first successful sync
     * @param events receives the incident
     */
    public WatchFreshness(
            LoopReports loopReports,
            Incidents incidents,
            TradingRestrictor restrictor,
            PlatformClock clock,
            Duration patience,
            Consumer<LoopEvent> events) {
        this.loopReports = loopReports;
        this.restrictor = restrictor;
        this.clock = clock;
        this.incidents = new IncidentBook(incidents, clock, events);
        this.age = new GoodSyncAge(clock);
        this.began = clock.nanoTime();
        this.patience = patience;
    }

    /**
     * Checks, and acts if the result differs from the previous one.
     *
     * @return whether the orders are fresh
     */
    public boolean check() {
        Optional<LoopReport> last = loopReports.last();
        boolean fresh = last.filter(age::fresh).isPresent();
        boolean undecided = !fresh && clock.since(began).compareTo(patience) < 0;
        if (!undecided && !known.equals(Optional.of(fresh))) {
            // Until both the incident and the brake are stored, nothing is known to be.
            known = Optional.empty();
            act(fresh, last);
            known = Optional.of(fresh);
        }
        return fresh;
    }

    private void act(boolean fresh, Optional<LoopReport> last) {
        if (fresh) {
            incidents.close(IncidentKind.SYNC_STALE, SOURCE, "a sync came through");
            restrictor.release(SOURCE, "a sync came through");
        } else {
            String text = last.map(WatchFreshness::text).orElse("no sync has come through yet");
            incidents.open(IncidentKind.SYNC_STALE, SOURCE, text);
            restrictor.apply(SOURCE, text);
        }
    }

    private static String text(LoopReport report) {
        String good =
                report.goodSync() == null
                        ? "no sync has come through yet"
                        : "the last good sync was at " + ShownValue.seconds(report.goodSync().at());
        return good + (report.trouble().isEmpty() ? "" : "; " + report.trouble());
    }
}
