package dev.lockstep.simulation.actor;

import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.scenario.ActorKind;
import dev.lockstep.simulation.scenario.Chance;
import dev.lockstep.simulation.schedule.VirtualTime;
import java.util.List;
import java.util.function.Consumer;

/** What actors act on. */
public interface Stage {
    VirtualTime time();

    MarketPlace market();

    Promises promises();

    /** Returns the processes that are alive. */
    List<PlatformProcess> processes();

    /** Runs work of a caller of a living process, as an actor of its own. */
    void call(ActorKind kind, Chance chance, Consumer<PlatformProcess> work);
}
