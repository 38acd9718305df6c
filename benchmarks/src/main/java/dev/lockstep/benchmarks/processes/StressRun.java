package dev.lockstep.benchmarks.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.benchmarks.measure.Contestant;
import dev.lockstep.benchmarks.measure.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code lockstep stress}, which fails if an acknowledged write is missing. */
final class StressRun implements Contestant {
    private static final double NANOS_PER_MILLI = 1e6;

    private final String name;
    private final List<String> command;
    private final List<Double> slowestShares = new ArrayList<>();

    /**
     * Creates a contestant.
     *
     * @param seconds for how long each run writes
     */
    StressRun(Path launcher, int processes, int callers, int seconds) {
        this.name = "%d x %d callers".formatted(processes, callers);
        this.command =
                List.of(
                        launcher.toString(),
                        "stress",
                        "--processes",
                        String.valueOf(processes),
                        "--threads",
                        String.valueOf(callers),
                        "--for",
                        seconds + "s",
                        "--json");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Score run() throws IOException, InterruptedException {
        JsonNode report = report();
        slowestShares.add(report.path("slowestShare").doubleValue());
        return new Score(
                report.path("perSecond").doubleValue(),
                nanos(report.path("p50Millis")),
                nanos(report.path("p99Millis")));
    }

    /** Returns the writes of the slowest process relative to the mean, in the last runs. */
    double[] slowestShares(int runs) {
        return slowestShares.subList(slowestShares.size() - runs, slowestShares.size()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private JsonNode report() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] output = process.getInputStream().readAllBytes();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with exit code " + code);
        }
        return new ObjectMapper().readTree(output);
    }

    private static long nanos(JsonNode millis) {
        return Math.round(millis.doubleValue() * NANOS_PER_MILLI);
    }
}
