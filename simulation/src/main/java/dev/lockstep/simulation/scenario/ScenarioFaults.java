package dev.lockstep.simulation.scenario;

import java.util.EnumMap;
import java.util.Map;

/** Decides at each opportunity whether a fault happens, until the faults end. */
public final class ScenarioFaults {
    private final Scenario scenario;
    private final Map<ScenarioFault, Chance> chances = new EnumMap<>(ScenarioFault.class);
    private boolean ended;

    public ScenarioFaults(Scenario scenario) {
        this.scenario = scenario;
        for (ScenarioFault kind : ScenarioFault.values()) {
            chances.put(kind, new Chance(scenario.seed(), "fault " + kind));
        }
    }

    /** Returns whether it happens now. */
    public boolean strikes(ScenarioFault kind) {
        boolean drawn = chance(kind).perMille(kind.perMille());
        return drawn && takesPart(kind);
    }

    /** Returns whether the scenario has it, and faults have not ended. */
    public boolean takesPart(ScenarioFault kind) {
        return !ended && scenario.faults().contains(kind);
    }

    /** Returns the decisions about the details of a fault. */
    public Chance chance(ScenarioFault kind) {
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
