package dev.lockstep.benchmarks.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Measures commands by a POSIX shell, which reports the processor time of its children. */
final class TimedCommand {
    /** Clocks of a shell may tick 100 times a second only, so one start is too short. */
    private static final int REPEATS = 5;

    private static final String SCRIPT =
            "n=$1; shift; while [ \"$n\" -gt 0 ]; do \"$@\" </dev/null >/dev/null 2>&1 || exit 1;"
                    + " n=$((n - 1)); done; times";
    private static final Pattern TIME = Pattern.compile("([0-9]+)m([0-9.]+)s");
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double NANOS_PER_SECOND = 1e9;

    private TimedCommand() {}

    /**
     * Runs the command {@value #REPEATS} times and returns the mean cost.
     *
     * @throws IllegalStateException if the command fails
     */
    static Cost measure(List<String> command) throws IOException, InterruptedException {
        List<String> call =
                new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh", String.valueOf(REPEATS)));
        call.addAll(command);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(call).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        int code = process.waitFor();
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        if (code != 0 || lines.size() < 2) {
            throw new IllegalStateException(command + " ended with " + code + ": " + lines);
        }
        return new Cost(seconds / REPEATS, cpuSeconds(lines.getLast()) / REPEATS);
    }

    /** The last line has the user and the system time of the children. */
    private static double cpuSeconds(String line) {
        return TIME.matcher(line).results().mapToDouble(TimedCommand::seconds).sum();
    }

    private static double seconds(MatchResult time) {
        return Integer.parseInt(time.group(1)) * SECONDS_PER_MINUTE
                + Double.parseDouble(time.group(2));
    }
}
