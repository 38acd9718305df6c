package dev.lockstep.simulator;

import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.wire.FaultPlanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads fault plans from JSON, as {@code --faults FILE} and {@code /sim/faults} take them. */
public final class FaultPlans {
    private FaultPlans() {}

    /**
     * Reads a plan from a file.
     *
     * @throws IllegalArgumentException that names the field, its value and what is allowed
     */
    public static FaultPlan read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /**
     * Reads a plan from a text.
     *
     * @throws IllegalArgumentException that names the field, its value and what is allowed
     */
    public static FaultPlan parse(String text) {
        return FaultPlanJson.read(text);
    }
}
