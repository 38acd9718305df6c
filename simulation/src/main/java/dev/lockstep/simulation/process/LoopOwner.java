package dev.lockstep.simulation.process;

import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.usecase.loop.TradingLoop;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.monitor.WatchFreshness;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.simulation.schedule.Actor;
import dev.lockstep.simulation.schedule.VirtualTime;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs a process's trading loop as the program does: takes the lease, settles what is unanswered,
 * ticks, renews, listens to the stream, and watches how fresh the orders are.
 */
public final class LoopOwner {
    private static final Duration TICK = Duration.ofMillis(400);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration TERM = Duration.ofSeconds(6);

    private final PlatformProcess process;
    private final VirtualTime time;
    private final String name;
    private Optional<Lease> held = Optional.empty();

    public LoopOwner(PlatformProcess process, VirtualTime time, String name) {
        this.process = process;
        this.time = time;
        this.name = name;
    }

    /** Starts it. */
    public void start() {
        time.spawn(name + " loop", process.host(), Duration.ZERO, this::live);
        time.spawn(name + " watchdog", process.host(), LOOK, this::watch);
    }

    private void live() throws InterruptedException {
        while (true) {
            try {
                held = process.stores().lease().acquire(name, TERM);
                if (held.isPresent()) {
                    own(held.get());
                }
            } catch (RepositoryException failed) {
                held = Optional.empty();
            }
            time.pauseUnlessStopped(LOOK);
        }
    }

    private void watch() throws InterruptedException {
        WatchFreshness freshness =
                new WatchFreshness(
                        process.stores().loopReports(),
                        process.stores().incidents(),
                        new ControlRisk(process.stores().risk(), process.clock()),
                        process.clock(),
                        LoopSchedule.defaults().staleAfter(),
                        _ -> {});
        while (true) {
            try {
                Optional<Lease> known = held;
                if (known.isPresent()) {
                    Optional<Lease> renewed = process.stores().lease().renew(known.get(), TERM);
                    held = held.equals(known) ? renewed : held;
                }
                freshness.check();
            } catch (RepositoryException failed) {
                // It looks again.
            }
            time.pauseUnlessStopped(LOOK);
        }
    }

    private void own(Lease lease) throws InterruptedException {
        LoopPorts ports = ports(lease);
        TradingLoop loop =
                new TradingLoop(
                        name,
                        ports,
                        LoopSchedule.defaults(),
                        process.policy(),
                        process.clock(),
                        _ -> {});
        settle(ports);
        Actor stream =
                time.spawn(
                        name + " stream",
                        process.host(),
                        Duration.ZERO,
                        () -> process.stream().listen(loop.listener()));
        try {
            while (held.isPresent()) {
                loop.tick();
                time.pauseUnlessStopped(TICK);
            }
        } finally {
            time.stop(stream);
            held = Optional.empty();
        }
    }

    private void settle(LoopPorts ports) {
        ResolveUnknown resolve =
                new ResolveUnknown(
                        ports.repository(),
                        ports.riskControl(),
                        ports.broker(),
                        ports.ids(),
                        process.clock(),
                        process.policy());
        resolve.resolve();
    }

    private LoopPorts ports(Lease lease) {
        return new LoopPorts(
                process.stores().lease().repository(lease),
                process.stores().feed(),
                process.stores().lease().incidents(lease),
                process.stores().lease().fills(lease),
                process.stores().lease().loopReports(lease),
                process.stores().risk(),
                process.broker(),
                new ShortParts(process.history()),
                process.stream(),
                process.market(),
                process.assets(),
                process.ids(),
                StoreInspection.UNWATCHED);
    }
}
