package dev.lockstep.simulation;

import dev.lockstep.simulation.check.Violation;
import dev.lockstep.simulation.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/** Plays scenarios, each in a folder of its own that is removed afterwards. */
public final class Simulation {
    private static final Path MEMORY = Path.of("/dev/shm");

    private final ThreadFactory threads;

    /**
     * A simulation.
     *
     * @param threads makes the actors' threads; virtual ones are enough
     */
    public Simulation(ThreadFactory threads) {
        this.threads = threads;
    }

    /**
     * What came of a scenario.
     *
     * @param scenario what was played
     * @param violations the invariants that did not hold
     * @param trace what happened, in order
     */
    public record Outcome(Scenario scenario, List<Violation> violations, List<String> trace) {
        public Outcome {
            violations = List.copyOf(violations);
            trace = List.copyOf(trace);
        }

        public boolean passed() {
            return violations.isEmpty();
        }
    }

    /** Plays it; the same scenario has the same outcome. */
    public Outcome play(Scenario scenario) {
        Path folder = folder();
        try (World world = new World(scenario, folder, threads)) {
            List<Violation> violations = world.play();
            return new Outcome(scenario, violations, world.trace());
        } finally {
            delete(folder);
        }
    }

    /** In memory where there is such a file system: nothing here tests the disk. */
    private static Path folder() {
        try {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "lockstep-simulation-")
                    : Files.createTempDirectory("lockstep-simulation-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
