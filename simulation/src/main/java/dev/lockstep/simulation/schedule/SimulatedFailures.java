package dev.lockstep.simulation.schedule;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A failure as one line: what was thrown, and where in this project. */
final class SimulatedFailures {
    private static final int FRAMES = 6;

    private SimulatedFailures() {}

    static String text(Throwable failed) {
        return failed
                + " at "
                + Arrays.stream(failed.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("dev.lockstep"))
                        .limit(FRAMES)
                        .map(frame ->
                                frame.getFileName() + ":" + Integer.toString(frame.getLineNumber()))
                        .collect(Collectors.joining(" < "));
    }
}
