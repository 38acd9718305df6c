package dev.lockstep.app.prove.kill;

import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.prove.disk.library.DiskControl;
import dev.lockstep.app.prove.disk.library.DiskLibrary;
import dev.lockstep.app.prove.disk.library.StopPoint;
import dev.lockstep.app.prove.disk.library.StopSignal;
import dev.lockstep.domain.port.MonotonicClock;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process of the program that can be stopped at a point. One thread at a time. */
final class StoppableProcess implements AutoCloseable {
    private static final List<String> BAD = List.of("database is locked", "\tat dev.lockstep.");
    private static final Duration POLL_PAUSE = Duration.ofMillis(20);

    private final Process process;
    private final DiskControl control;
    private final Path output;
    private final MonotonicClock clock;
    private final Pause pause;

    private StoppableProcess(
            Process process, DiskControl control, Path output, MonotonicClock clock, Pause pause) {
        this.process = process;
        this.control = control;
        this.output = output;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Starts a process.
     *
     * @param folder whose files it uses
     */
    static StoppableProcess start(Start given, Path folder, List<String> arguments)
            throws IOException {
        return start(given, folder, arguments, null);
    }

    /**
     * Starts a process.
     *
     * @param folder whose files it uses
     * @param choice where it is stopped, if that is a point; null for nowhere
     */
    static StoppableProcess start(
            Start given, Path folder, List<String> arguments, @Nullable KillChoice choice)
            throws IOException {
        Path own = Files.createTempDirectory(given.scratch(), "process-");
        Path file = own.resolve("control");
        DiskControl control = DiskControl.of(file);
        File output = own.resolve("output.log").toFile();
        ProcessBuilder builder =
                given.program().process(arguments).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(given.library().environment(folder, file, null));
        if (choice != null) {
            prepare(control, choice);
        }
        return new StoppableProcess(
                builder.start(), control, output.toPath(), given.clock(), given.pause());
    }

    /** Sets the point at which it is stopped. */
    void prepare(KillChoice choice) {
        prepare(control, choice);
    }

    /** Lets it pass all points. */
    void release() {
        control.passAll();
    }

    private static void prepare(DiskControl control, KillChoice choice) {
        StopPoint point = choice.point();
        if (point != null) {
            control.stopAt(point, choice.passes(), choice.signal());
        }
    }

    /**
     * Stops it at its moment, or waits until it is stopped at its point or has ended, and lets one
     * that stands still go on.
     *
     * @param longest how long it may take to come to its point
     */
    KillOutcome stop(KillChoice choice, Duration longest) throws InterruptedException {
        boolean anywhere = choice.point() == null;
        boolean early = await(anywhere ? Duration.ofMillis(choice.millis()) : longest);
        if (anywhere && !early) {
            signal(choice.signal() == StopSignal.KILL ? "KILL" : "STOP");
        } else if (!control.stopped()) {
            return early ? KillOutcome.ENDED : KillOutcome.NOT_REACHED;
        }
        if (choice.signal() == StopSignal.KILL) {
            process.onExit().join();
            return KillOutcome.KILLED;
        }
        pause.of(Duration.ofMillis(choice.millis()));
        signal("CONT");
        return KillOutcome.STOPPED;
    }

    /** Waits for its end; returns false if it has not ended by then. */
    boolean ended(Duration longest) throws InterruptedException {
        long began = clock.nanoTime();
        while (process.isAlive() && clock.since(began).compareTo(longest) < 0) {
            pause.of(POLL_PAUSE);
        }
        return !process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean alive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Returns what it has printed and must not; empty if nothing. */
    List<String> faults() throws IOException {
        String printed = output();
        return BAD.stream()
                .filter(printed::contains)
                .map(bad -> "a process printed '" + bad.strip() + "'; see " + output)
                .toList();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    Path log() {
        return output;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits until it has ended or is stopped; returns false if the time is over before. */
    private boolean await(Duration longest) throws InterruptedException {
        long began = clock.nanoTime();
        while (process.isAlive() && !control.stopped()) {
            if (clock.since(began).compareTo(longest) >= 0) {
                return false;
            }
            pause.of(POLL_PAUSE);
        }
        return true;
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
        } catch (IOException missing) {
            throw new CommandEnd(
                    ExitCode.USAGE, "kill cannot be started: " + missing.getMessage(), missing);
        }
    }

    /**
     * What processes are started with.
     *
     * @param scratch a folder for their control and output
     */
    record Start(
            JvmProgram program,
            DiskLibrary library,
            Path scratch,
            MonotonicClock clock,
            Pause pause) {}
}
