package dev.lockstep.simulation.process;

import dev.lockstep.broker.alpaca.connection.InProcessLink.Sent;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.simulation.exchange.FaultyWire;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.exchange.ProcessFaults;
import dev.lockstep.simulation.memory.MemoryDatabase;
import dev.lockstep.simulation.scenario.Chance;
import dev.lockstep.simulation.scenario.ScenarioFaults;
import dev.lockstep.simulation.schedule.Host;
import dev.lockstep.simulation.schedule.VirtualTime;
import dev.lockstep.simulation.schedule.WallClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The processes on one database; one that dies is started again a moment later. */
public final class Processes implements AutoCloseable {
    private static final RecoveryPolicy POLICY =
            new RecoveryPolicy(Duration.ofSeconds(75), Duration.ZERO);

    private final long seed;
    private final ScenarioDatabase database;
    private final @Nullable MemoryDatabase memory;
    private final VirtualTime time;
    private final WallClock clock;
    private final MarketPlace market;
    private final ScenarioFaults faults;
    private final int requestsPerMinute;
    private final Consumer<Sent> leaving;
    private final StoreWatch watch;
    private final ProcessFaults processFaults;
    private final Host machine = new Host("machine");
    private final Chance chance;
    private final List<PlatformProcess> alive = new ArrayList<>();
    private final List<PlatformProcess> all = new ArrayList<>();
    private int started;

    public Processes(
            long seed,
            ScenarioDatabase database,
            @Nullable MemoryDatabase memory,
            VirtualTime time,
            WallClock clock,
            MarketPlace market,
            ScenarioFaults faults,
            int requestsPerMinute,
            Consumer<Sent> leaving,
            StoreWatch watch) {
        this.seed = seed;
        this.database = database;
        this.memory = memory;
        this.time = time;
        this.clock = clock;
        this.market = market;
        this.faults = faults;
        this.requestsPerMinute = requestsPerMinute;
        this.leaving = leaving;
        this.watch = watch;
        this.chance = new Chance(seed, "restarts");
        this.processFaults = new ProcessFaults(time, faults, this::crashed);
    }

    /** Starts the given number of processes. */
    public void start(int count) {
        for (int i = 0; i < count; i++) {
            startOne();
        }
    }

    /** Returns the living processes. */
    public List<PlatformProcess> alive() {
        return List.copyOf(alive);
    }

    /** Returns whether a process is stopped or starts again, or a request is still on its way. */
    public boolean unsettled() {
        return time.busy(machine) || alive.stream().anyMatch(one -> time.frozen(one.host()));
    }

    @Override
    public void close() {
        all.forEach(PlatformProcess::close);
    }

    private void startOne() {
        Host host = new Host("p" + ++started);
        Chance own = new Chance(seed, host.name());
        FaultyWire wire =
                new FaultyWire(market, time, faults, processFaults, host, machine, leaving, own);
        PlatformProcess process =
                new PlatformProcess(
                        new PlatformProcess.Start(
                                host,
                                database,
                                memory,
                                wire,
                                PlatformClock.of(clock, time::nanos),
                                own.split(),
                                POLICY,
                                requestsPerMinute),
                        time,
                        new CallPoints(time, faults, processFaults, host, own, watch));
        alive.add(process);
        all.add(process);
        new LoopOwner(process, time, host.name()).start();
    }

    private void crashed(Host host) {
        alive.removeIf(process -> process.host() == host);
        time.spawn(
                "restart of " + host.name(),
                machine,
                Duration.ofMillis(chance.between(500, 8_000)),
                this::startOne);
    }
}
