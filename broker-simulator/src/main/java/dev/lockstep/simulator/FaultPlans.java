package dev.lockstep.simulator;

import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.wire.FaultPlanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads fault plans from JSON, in the format of {@code --faults FILE} and {@code /sim/faults}. */
public final class FaultPlans {
    private FaultPlans() {}

    /**
     * Reads a plan from a file.
     *
     * @throws IllegalArgumentException that names the field, its value and the allowed values
     */
    public static FaultPlan read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /**
     * Parses a plan.
     *
     * @throws IllegalArgumentException that names the field, its value and the allowed values
     */
    public static FaultPlan parse(String text) {
        return FaultPlanJson.read(text);
    }
}
