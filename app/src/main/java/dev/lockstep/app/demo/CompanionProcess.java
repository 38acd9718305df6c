package dev.lockstep.app.demo;

import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.progress.StartWait;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.domain.port.MonotonicClock;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Another process that works on the same folder while the demo runs. It ends when its standard
 * input does, so it cannot outlive the demo, however that ends.
 */
final class CompanionProcess {
    private static final Duration POLL_PAUSE = Duration.ofMillis(10);

    private final String name;
    private final Process process;
    private final File log;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch drained = new CountDownLatch(1);
    private final AtomicReference<Optional<Tally>> tally = new AtomicReference<>(Optional.empty());

    private CompanionProcess(String name, Process process, File log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static CompanionProcess start(
            JvmProgram program, String name, List<String> arguments, File log) {
        try {
            Process process =
                    program.process(arguments)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log))
                            .start();
            CompanionProcess companion = new CompanionProcess(name, process, log);
            Threads.watcher("demo-" + name, companion::listen);
            return companion;
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.NO, "the " + name + " could not be started: " + refused, refused);
        }
    }

    String name() {
        return name;
    }

    /** Waits until it has started; ends the command if it never does. */
    void awaitBegun(MonotonicClock clock, Pause pause) throws InterruptedException {
        StartWait wait = new StartWait("the " + name + " to begin", log, clock);
        while (ready.getCount() > 0 && process.isAlive() && wait.goesOn(process.toHandle())) {
            pause.of(POLL_PAUSE);
        }
        if (ready.getCount() > 0) {
            throw new CommandEnd(
                    ExitCode.NO,
                    "the demo cannot continue: its "
                            + name
                            + (process.isAlive()
                                    ? " has stood still for minutes before it began"
                                    : " ended with code "
                                            + process.exitValue()
                                            + " before it began")
                            + "; see "
                            + log);
        }
    }

    /** Stops it and returns its counts; empty if it died or does not answer. */
    Optional<Tally> stop(MonotonicClock clock, Pause pause) throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // Then it has ended, which is what we want.
        }
        StartWait wait = new StartWait("the " + name + " to end", log, clock);
        while (drained.getCount() > 0 && process.isAlive() && wait.goesOn(process.toHandle())) {
            pause.of(POLL_PAUSE);
        }
        process.destroyForcibly();
        drained.await();
        return tally.get();
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.equals(CompanionLoop.READY)) {
                    ready.countDown();
                }
                Tally.read(line).ifPresent(read -> tally.set(Optional.of(read)));
            }
        } catch (IOException gone) {
            // The process is gone; what it said until then counts.
        } finally {
            drained.countDown();
        }
    }
}
