package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.executions.CheckFills;
import dev.lockstep.domain.usecase.monitor.IncidentBook;
import dev.lockstep.domain.usecase.monitor.ListedPositions;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.monitor.WatchAccount;
import dev.lockstep.domain.usecase.monitor.WatchClock;
import dev.lockstep.domain.usecase.monitor.WatchJournal;
import dev.lockstep.domain.usecase.monitor.WatchPositionLimits;
import dev.lockstep.domain.usecase.monitor.WatchPositions;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Keeps the orders reconciled with the broker: looks up unanswered orders, compares open orders,
 * positions and executions, and opens incidents for problems.
 *
 * <p>It has no thread and no timer. {@link #tick} does what is due by the given clock, so that a
 * test can skip hours; a failure of the broker or the store fails one job, which is repeated when
 * it is due. One thread at a time may call {@link #tick}; {@link #syncSoon} and {@link #listener}
 * are thread-safe.
 */
public final class TradingLoop {
    private static final Duration SHORTEST_SYNC_GAP = Duration.ofSeconds(1);

    private final LoopSchedule schedule;
    private final Consumer<LoopEvent> events;
    private final InFlightCheck inFlightCheck;
    private final SyncJob syncJob;
    private final WatchPositions watchPositions;
    private final WatchAccount watchAccount;
    private final WatchPositionLimits watchPositionLimits;
    private final CheckFills checkFills;
    private final WatchJournal watchJournal;
    private final LoopListener listener;
    private final DueRequests dueRequests;
    private final PursueFlatten pursueFlatten;
    private final PursueExternalCancels pursueExternalCancels;
    private final AtomicBoolean syncWanted = new AtomicBoolean();
    private final WatchClock watchClock;
    private final Interval inFlight;
    private final Interval sync;
    private final Interval positions;
    private final Interval fills;

    /**
     * Builds the loop on its ports.
     *
     * @param owner the process, for its reports
     * @param policy the limits for unanswered orders
     * @param events receives events, from the thread that ticks and the stream's
     */
    public TradingLoop(
            String owner,
            LoopPorts ports,
            LoopSchedule schedule,
            RecoveryPolicy policy,
            PlatformClock clock,
            Consumer<LoopEvent> events) {
        this.schedule = schedule;
        this.inFlight = new Interval(clock);
        this.sync = new Interval(clock);
        this.positions = new Interval(clock);
        this.fills = new Interval(clock);
        this.events = events;
        IncidentBook incidents = new IncidentBook(ports.incidents(), clock, events);
        ListedPositions listed = new ListedPositions(ports.repository());
        this.watchClock = new WatchClock(incidents, clock);
        this.inFlightCheck =
                new InFlightCheck(ports, incidents, listed, schedule, policy, clock, events);
        this.syncJob = new SyncJob(owner, ports, incidents, schedule, clock, events);
        this.watchPositions = new WatchPositions(ports, incidents, listed, clock, events);
        this.watchAccount = new WatchAccount(ports.broker(), incidents);
        this.watchPositionLimits = new WatchPositionLimits(ports, incidents);
        this.checkFills = new CheckFills(ports, incidents, clock);
        this.watchJournal = new WatchJournal(ports.inspection(), incidents);
        this.dueRequests = new DueRequests(ports, clock, events);
        this.pursueExternalCancels = new PursueExternalCancels(ports, incidents, schedule, clock);
        this.pursueFlatten = new PursueFlatten(ports, incidents, schedule, clock, events);
        this.listener =
                new LoopListener(ports, clock, events, this::syncSoon, dueRequests::add, incidents);
    }

    /**
     * Does what is due.
     *
     * @throws RepositoryException if another process took the loop over, the store is closed or the
     *     thread is interrupted; nothing else of the store ends it
     */
    public void tick() {
        run("clock check", watchClock::check);
        run("requested cancels", dueRequests::pursue);
        if (inFlight.passed(schedule.inFlightEvery())) {
            inFlight.begin();
            run("in-flight check", inFlightCheck::check);
            run("flatten", pursueFlatten::pass);
            run("external cancels", pursueExternalCancels::pass);
        }
        if (syncIsDue()) {
            syncWanted.set(false);
            sync.begin();
            run("sync", syncJob::sync);
        }
        if (positions.passed(schedule.positionsEvery())) {
            positions.begin();
            run("position check", () -> reported("position check", watchPositions.check()));
            run("account check", () -> reported("account check", watchAccount.check()));
            run("position limits", () -> reported("position limits", watchPositionLimits.check()));
        }
        if (checkFills.goesOn()) {
            run("fills check", this::checkFills);
        } else if (fills.passed(schedule.fillsEvery())) {
            fills.begin();
            run("journal check", watchJournal::check);
            run("fills check", this::checkFills);
        }
    }

    /** Reads a part of a long history; the next tick reads on. */
    private void checkFills() {
        reported("fills check", checkFills.check());
    }

    /** Makes a sync due within a second, because events may be missing. */
    public void syncSoon() {
        syncWanted.set(true);
    }

    /** Returns the listener for the broker's stream. */
    public ExecutionReports.Listener listener() {
        return listener;
    }

    /** Bursts of events do not make syncs more frequent than this. */
    private boolean syncIsDue() {
        return sync.passed(syncWanted.get() ? SHORTEST_SYNC_GAP : schedule.syncEvery());
    }

    private void reported(String job, Optional<BrokerFault> fault) {
        fault.ifPresent(failed -> events.accept(new LoopEvent.JobFailed(job, failed.text())));
    }

    private void run(String job, Runnable work) {
        try {
            work.run();
        } catch (RepositoryException failed) {
            switch (failed.reason()) {
                case FENCED, CLOSED, INTERRUPTED, MISUSE -> throw failed;
                case LOCK_TIMEOUT,
                        READ_TIMEOUT,
                        HALTED,
                        OVERLOADED,
                        DISK_FULL,
                        READ_ONLY,
                        IO_ERROR,
                        CORRUPT,
                        INCOMPATIBLE,
                        REPLACED,
                        COMMIT_UNKNOWN ->
                        events.accept(
                                new LoopEvent.JobFailed(job, String.valueOf(failed.getMessage())));
            }
        }
    }
}
