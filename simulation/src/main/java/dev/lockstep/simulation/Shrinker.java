package dev.lockstep.simulation;

import dev.lockstep.simulation.Simulation.Outcome;
import dev.lockstep.simulation.check.Invariant;
import dev.lockstep.simulation.scenario.ActorKind;
import dev.lockstep.simulation.scenario.Scenario;
import dev.lockstep.simulation.scenario.ScenarioFault;
import java.time.Duration;
import java.util.List;

/** Finds a smaller scenario that still breaks the same invariant. */
public final class Shrinker {
    private static final int MOST_PLAYS = 60;
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final Simulation simulation;
    private int plays;

    public Shrinker(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Leaves out actors and faults, and cuts the end, as long as the invariant is broken. */
    public Outcome shrink(Outcome failed) {
        Invariant invariant = failed.violations().getFirst().invariant();
        plays = 0;
        Outcome smallest = failed;
        for (ScenarioFault fault : List.copyOf(failed.scenario().faults())) {
            smallest = attempt(smallest, smallest.scenario().without(fault), invariant);
        }
        for (ActorKind actor : List.copyOf(failed.scenario().actors())) {
            smallest = attempt(smallest, smallest.scenario().without(actor), invariant);
        }
        return cut(smallest, invariant);
    }

    private Outcome cut(Outcome failed, Invariant invariant) {
        Outcome smallest = failed;
        for (Duration length = failed.scenario().length().dividedBy(2);
                length.compareTo(SHORTEST) >= 0;
                length = length.dividedBy(2)) {
            Outcome shorter = attempt(smallest, smallest.scenario().lasting(length), invariant);
            if (shorter.equals(smallest)) {
                break;
            }
            smallest = shorter;
        }
        return smallest;
    }

    private Outcome attempt(Outcome smallest, Scenario smaller, Invariant invariant) {
        if (plays >= MOST_PLAYS) {
            return smallest;
        }
        plays++;
        Outcome outcome = simulation.play(smaller);
        boolean same =
                outcome.violations().stream()
                        .anyMatch(violation -> violation.invariant() == invariant);
        return same ? outcome : smallest;
    }
}
