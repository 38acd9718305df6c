package dev.lockstep.app.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.Main;
import dev.lockstep.app.cli.CliFixture;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Starts commands as processes of their own on one data folder, and ends what it started. */
public final class RunningLockstep implements AutoCloseable {
    static final Duration BOUND = Duration.ofMinutes(3);

    private static final JvmProgram PROGRAM =
            JvmProgram.running(System.getProperties(), Main.class.getName());

    private final Path temp;
    private final CliFixture cli;
    private final Simulator simulator;
    private final List<Process> started = new ArrayList<>();

    /** Prices of its exchange change only when a test sets them. */
    public RunningLockstep(Path temp) {
        this(temp, config -> config);
    }

    public RunningLockstep(Path temp, UnaryOperator<SimulatorConfig> exchange) {
        this.temp = temp;
        this.cli = new CliFixture(temp);
        this.simulator =
                Simulator.start(
                        exchange.apply(
                                SimulatorConfig.defaults()
                                        .withStateDir(cli.data().resolve("exchange"))
                                        .withRequestsPerMinute(0)));
    }

    /** A {@code lockstep run} that has said where it stands. */
    public Process run(String name, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "--port", "0"));
        words.addAll(List.of(options));
        Process process = start(name, words.toArray(String[]::new));
        await(name, "runs the loop");
        return process;
    }

    /** One that stands by while another runs the loop. */
    Process standBy(String name) throws IOException {
        Process process = start(name, "run", "--port", "0");
        await(name, "standing by");
        return process;
    }

    /** The exchange they all trade at, which lives as long as this does. */
    public Simulator simulator() {
        return simulator;
    }

    /** Waits until a process has said this. */
    public void await(String name, String words) {
        Eventually.within(
                BOUND,
                name + " says \"" + words + "\": " + said(name),
                () -> said(name).contains(words));
    }

    /** What a process has said so far. */
    public String said(String name) {
        try {
            Path out = temp.resolve(name + ".out");
            Path err = temp.resolve(name + ".err");
            return (Files.exists(out) ? Files.readString(out) : "")
                    + (Files.exists(err) ? Files.readString(err) : "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a command answers in JSON, whatever its exit code. */
    public JsonNode answer(String... arguments) {
        return cli.run(
                        Stream.concat(Stream.of(arguments), Stream.of("--json"))
                                .toArray(String[]::new))
                .json();
    }

    /** Sends a signal to a process that was started here. */
    static void signal(Process process, String signal) throws IOException, InterruptedException {
        Process kill =
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Override
    public void close() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        simulator.close();
    }

    /** Starts a command, whatever becomes of it. */
    Process start(String name, String... arguments) throws IOException {
        List<String> all =
                Stream.concat(Stream.of(arguments), Stream.of("--data", cli.data().toString()))
                        .toList();
        Process process =
                PROGRAM.process(all)
                        .redirectOutput(temp.resolve(name + ".out").toFile())
                        .redirectError(temp.resolve(name + ".err").toFile())
                        .start();
        started.add(process);
        return process;
    }
}
