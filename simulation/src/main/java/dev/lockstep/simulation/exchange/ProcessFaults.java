package dev.lockstep.simulation.exchange;

import dev.lockstep.simulation.scenario.ScenarioFault;
import dev.lockstep.simulation.scenario.ScenarioFaults;
import dev.lockstep.simulation.schedule.Host;
import dev.lockstep.simulation.schedule.VirtualTime;
import java.time.Duration;
import java.util.function.Consumer;

/** What may happen to a process at each of its calls: it dies, or it stops for a while. */
public final class ProcessFaults {
    private static final int SHORTEST_FREEZE_MILLIS = 200;
    private static final int LONGEST_FREEZE_MILLIS = 180_000;

    private final VirtualTime time;
    private final ScenarioFaults faults;
    private final Consumer<Host> crashed;

    /**
     * The faults.
     *
     * @param crashed is called with a process that has just died
     */
    public ProcessFaults(VirtualTime time, ScenarioFaults faults, Consumer<Host> crashed) {
        this.time = time;
        this.faults = faults;
        this.crashed = crashed;
    }

    /** A point at which the process may die. */
    public void fatalPoint(Host host) {
        time.requireAlive();
        if (faults.strikes(ScenarioFault.CRASH)) {
            time.kill(host);
            crashed.accept(host);
            time.requireAlive();
        }
    }

    /** A point at which the process may die or stop. */
    public void point(Host host) {
        fatalPoint(host);
        if (faults.strikes(ScenarioFault.FREEZE)) {
            time.freeze(host, span());
            time.pause(Duration.ZERO);
        }
    }

    private Duration span() {
        boolean brief = faults.chance(ScenarioFault.FREEZE).percent(50);
        return Duration.ofMillis(
                faults.chance(ScenarioFault.FREEZE)
                        .between(
                                SHORTEST_FREEZE_MILLIS,
                                brief ? LONGEST_FREEZE_MILLIS / 30 : LONGEST_FREEZE_MILLIS));
    }
}
