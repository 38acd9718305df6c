package dev.lockstep.simulation.scenario;

import java.util.EnumMap;
import java.util.Map;

/** Decides at each opportunity whether a fault happens, until the faults end. */
public final class FaultPlan {
    private final Scenario scenario;
    private final Map<FaultKind, Chance> chances = new EnumMap<>(FaultKind.class);
    private boolean ended;

    public FaultPlan(Scenario scenario) {
        this.scenario = scenario;
        for (FaultKind kind : FaultKind.values()) {
            chances.put(kind, new Chance(scenario.seed(), "fault " + kind));
        }
    }

    /** Whether it happens now. */
    public boolean strikes(FaultKind kind) {
        boolean drawn = chance(kind).perMille(kind.perMille());
        return drawn && takesPart(kind);
    }

    /** Whether the scenario has it, and faults have not ended. */
    public boolean takesPart(FaultKind kind) {
        return !ended && scenario.faults().contains(kind);
    }

    /** The decisions about the details of a fault. */
    public Chance chance(FaultKind kind) {
        Chance chance = chances.get(kind);
        if (chance == null) {
            throw new IllegalArgumentException("fault: " + kind);
        }
        return chance;
    }

    /** From now on nothing goes wrong. */
    public void end() {
        ended = true;
    }
}
