package dev.lockstep.app.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Tries whether seeded bugs are caught, one at a time: compiles the changed sources, puts them
 * before the program's own classes, and plays seeds until one breaks an invariant; or runs the test
 * that is to fail. Not thread-safe.
 */
public final class BugTrial implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FAILED_TESTS =
            Pattern.compile("Tests run: .*(Failures|Errors): [1-9]");

    private final JvmProgram program;
    private final int mostSeeds;
    private final LongSupplier nanoTime;
    private final ScratchTree tree;

    /**
     * A trial in a checkout of its own.
     *
     * @param clone the folder of the clone that the program was built from
     * @param program the program without a bug
     * @param mostSeeds how many seeds are played for a bug
     */
    public BugTrial(Path clone, JvmProgram program, int mostSeeds, LongSupplier nanoTime)
            throws IOException, InterruptedException {
        this.program = program;
        this.mostSeeds = mostSeeds;
        this.nanoTime = nanoTime;
        this.tree = new ScratchTree(clone);
    }

    /** Applies a bug, checks the platform with it, and takes it back. */
    public BugResult of(SeededBug bug) throws IOException, InterruptedException {
        long began = nanoTime.getAsLong();
        Found found = tried(bug);
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - began);
        return new BugResult(bug, found.caught(), found.by(), found.seeds(), took);
    }

    private Found tried(SeededBug bug) throws IOException, InterruptedException {
        try {
            Optional<String> refused = tree.apply(bug);
            if (refused.isPresent()) {
                return new Found(false, "the patch does not apply: " + refused.get(), 0);
            }
            return switch (bug.caughtBy()) {
                case CaughtBy.Seeds _ -> seeds(tree.changed());
                case CaughtBy.Test test -> test(test);
            };
        } finally {
            tree.restore();
        }
    }

    private Found seeds(List<Path> changed) throws IOException, InterruptedException {
        Path classes = tree.emptyFolder();
        String compiled = compile(changed, classes);
        if (!compiled.isEmpty()) {
            return new Found(false, "does not compile: " + compiled, 0);
        }
        Path report = classes.resolve("report.json");
        JvmProgram patched =
                new JvmProgram(
                        program.java(),
                        classes + File.pathSeparator + program.classPath(),
                        program.mainClass(),
                        "",
                        program.called());
        Started played =
                Started.in(
                        Path.of("").toAbsolutePath(), // The class path may be relative.
                        patched.process(
                                        List.of(
                                                "prove",
                                                "--first-failure",
                                                "--seeds",
                                                String.valueOf(mostSeeds),
                                                "--report",
                                                report.toString()))
                                .command(),
                        Map.of());
        return Files.exists(report)
                ? found(JSON.readTree(report.toFile()))
                : new Found(false, "the simulation did not end: " + played.lastLine(), 0);
    }

    private static Found found(JsonNode report) {
        TreeSet<String> invariants = new TreeSet<>();
        report.path("failures")
                .forEach(failure ->
                        failure.path("violations")
                                .forEach(each -> invariants.add(each.path("invariant").asText())));
        return new Found(
                !invariants.isEmpty(),
                invariants.isEmpty() ? "no invariant broke" : String.join(", ", invariants),
                report.path("seeds").asInt());
    }

    private String compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new CommandEnd(
                    ExitCode.USAGE, "this needs a JDK; " + program.java() + " has no compiler");
        }
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled =
                    compiler.getTask(
                                    errors,
                                    files,
                                    null,
                                    List.of(
                                            "-proc:none",
                                            "-nowarn",
                                            "-implicit:none",
                                            "-cp",
                                            program.classPath(),
                                            "-d",
                                            classes.toString()),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources))
                            .call();
            return compiled ? "" : errors.toString().lines().findFirst().orElse("no reason given");
        }
    }

    private Found test(CaughtBy.Test test) throws IOException, InterruptedException {
        Started maven =
                Started.in(
                        tree.folder(),
                        List.of(
                                "mvn",
                                "-q",
                                "-Dfast",
                                "-P",
                                "!format",
                                "-pl",
                                test.module(),
                                "-am",
                                "test",
                                "-Dtest=" + test.test(),
                                "-Dsurefire.failIfNoSpecifiedTests=false",
                                "-DforkCount=1"),
                        Map.of("JAVA_HOME", program.javaHome().toString()));
        boolean failed = FAILED_TESTS.matcher(maven.output()).find();
        if (maven.code() != 0 && !failed) {
            return new Found(false, "the test did not run: " + firstError(maven.output()), 0);
        }
        return new Found(failed, failed ? test.test() : test.test() + " passed", 0);
    }

    private static String firstError(String output) {
        return output.lines().filter(line -> line.contains("ERROR")).findFirst().orElse("");
    }

    @Override
    public void close() throws IOException {
        tree.close();
    }

    private record Found(boolean caught, String by, int seeds) {}
}
