package dev.lockstep.simulator;

import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.wire.FaultPlanJson;
import dev.lockstep.simulator.wire.Json;
import dev.lockstep.simulator.wire.RefusedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads fault plans from JSON, as {@code --faults FILE} and {@code /sim/faults} take them. */
public final class FaultPlans {
    private FaultPlans() {}

    /**
     * Reads a plan from a file.
     *
     * @throws IllegalArgumentException when the file holds no valid plan
     */
    public static FaultPlan read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /**
     * Reads a plan from a text.
     *
     * @throws IllegalArgumentException when the text is no valid plan
     */
    public static FaultPlan parse(String text) {
        try {
            return FaultPlanJson.read(new Json().object(text.getBytes(StandardCharsets.UTF_8)));
        } catch (RefusedRequest refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }
}
