package dev.lockstep.app.prove.mutation;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.prove.Started;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets PIT change the domain's code, package by package, and run the tests that cover a change. */
public final class MutationRun {
    private static final Duration MAX_TIME_OF_A_PACKAGE = Duration.ofHours(12);
    private static final String ROOT = "dev.lockstep.domain";
    private static final String USE_CASES = "usecase";
    private static final Path SOURCES = Path.of("domain/src/main/java/dev/lockstep/domain");
    private static final Path CSV = Path.of("domain/target/pit-reports/mutations.csv");

    private final Path clone;
    private final List<String> maven;
    private final Path javaHome;

    /**
     * Creates a run.
     *
     * @param clone the folder of a clone
     * @param maven the command that starts Maven
     * @param javaHome the JDK that it uses
     */
    public MutationRun(Path clone, List<String> maven, Path javaHome) {
        this.clone = clone;
        this.maven = List.copyOf(maven);
        this.javaHome = javaHome;
    }

    /** Returns the packages whose code can be changed, such as {@code usecase.close}. */
    public List<String> packages() throws IOException {
        List<String> names = new ArrayList<>();
        Path sources = clone.resolve(SOURCES);
        for (String name : folders(sources)) {
            if (name.equals(USE_CASES)) {
                folders(sources.resolve(name)).forEach(below -> names.add(name + "." + below));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    /** Returns these packages, each of which has to be one of {@link #packages}. */
    public List<String> known(List<String> names) throws IOException {
        List<String> all = packages();
        for (String name : names) {
            if (!all.contains(name)) {
                throw new InvalidValueException("package", name, String.join(", ", all));
            }
        }
        return names;
    }

    /** Changes a package with those below it, and returns what became of each change. */
    public List<Mutant> of(String name) throws IOException, InterruptedException {
        Path csv = clone.resolve(CSV);
        Files.deleteIfExists(csv);
        Started run =
                Started.in(
                        clone,
                        command(name),
                        Map.of("JAVA_HOME", javaHome.toString()),
                        MAX_TIME_OF_A_PACKAGE);
        if (run.code() != 0 || !Files.exists(csv)) {
            throw new CommandEnd(
                    ExitCode.NO, "PIT did not change " + name + ": " + firstError(run.output()));
        }
        return Mutant.read(csv);
    }

    private List<String> command(String name) {
        List<String> command = new ArrayList<>(maven);
        command.addAll(
                List.of(
                        "-q",
                        "-Pmutation",
                        "-Dfast",
                        "-P",
                        "!format",
                        "-pl",
                        "domain",
                        "test-compile",
                        "org.pitest:pitest-maven:mutationCoverage",
                        "-DtargetClasses=" + ROOT + "." + name + ".*",
                        "-DtargetTests=" + ROOT + ".*"));
        return command;
    }

    private static List<String> folders(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .map(child -> String.valueOf(child.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static String firstError(String output) {
        return output.lines()
                .filter(line -> line.contains("ERROR"))
                .findFirst()
                .orElse("no reason given");
    }
}
