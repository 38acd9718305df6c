package dev.lockstep.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A simulator in its own process, so that a test can kill it. */
final class SimulatorProcess implements AutoCloseable {
    static final BigDecimal CASH_DOLLARS = new BigDecimal("1000000000");

    private static final String ANNOUNCEMENT = "listening on ";
    private static final long DEATH_TIMEOUT_SECONDS = 20;

    private final Process process;
    private final BufferedReader output;

    private SimulatorProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Runs on the state directory until its input ends or it is killed. */
    public static void main(String[] args) throws IOException {
        try (Simulator simulator = Simulator.start(config(Path.of(args[0])))) {
            System.out.println(ANNOUNCEMENT + simulator.uri());
            while (System.in.read() >= 0) {
                // The end of the input means that the test ended.
            }
        }
    }

    static SimulatorConfig config(Path stateDir) {
        return SimulatorConfig.defaults()
                .withRequestsPerMinute(0)
                .withStartingCash(CASH_DOLLARS)
                .withStateDir(stateDir);
    }

    static SimulatorProcess start(Path stateDir) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                java,
                                // Higher compiler tiers do not pay off in a short-lived process.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SimulatorProcess.class.getName(),
                                stateDir.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new SimulatorProcess(process);
    }

    /**
     * Returns its URI, waiting until it listens. It prints nothing else, so no pipe can fill up.
     */
    URI uri() throws IOException {
        String line = output.readLine();
        Objects.requireNonNull(line, "the simulator ended before it listened");
        if (!line.startsWith(ANNOUNCEMENT)) {
            throw new AssertionError("first line: " + line);
        }
        return URI.create(line.substring(ANNOUNCEMENT.length()));
    }

    /** Kills it as {@code kill -9} does, and waits for its end. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(DEATH_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still alive after " + DEATH_TIMEOUT_SECONDS + " s");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
