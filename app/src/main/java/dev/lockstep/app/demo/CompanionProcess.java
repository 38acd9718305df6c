package dev.lockstep.app.demo;

import dev.lockstep.app.config.Deadline;
import dev.lockstep.app.config.JvmProgram;
import dev.lockstep.app.config.Pause;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.wiring.Threads;
import dev.lockstep.domain.port.MonotonicClock;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Another process that works on the same folder while the demo runs. It ends when its standard
 * input does, so it cannot outlive the demo, however that ends.
 */
final class CompanionProcess {
    private static final Duration START_DEADLINE = Duration.ofSeconds(30);
    private static final Duration END_DEADLINE = Duration.ofSeconds(30);
    private static final Duration POLL_PAUSE = Duration.ofMillis(10);

    private final String name;
    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch drained = new CountDownLatch(1);
    private final AtomicReference<Optional<Tally>> tally = new AtomicReference<>(Optional.empty());

    private CompanionProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    static CompanionProcess start(
            JvmProgram program, String name, List<String> arguments, File log) {
        try {
            Process process =
                    program.process(arguments)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log))
                            .start();
            CompanionProcess companion = new CompanionProcess(name, process);
            Threads.watcher("demo-" + name, companion::listen);
            return companion;
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.BUG, "the " + name + " could not be started: " + refused, refused);
        }
    }

    String name() {
        return name;
    }

    /** Whether it has begun its work, waiting for that for a while. */
    boolean begun(MonotonicClock clock, Pause pause) throws InterruptedException {
        Deadline deadline = Deadline.after(START_DEADLINE, clock);
        while (ready.getCount() > 0 && process.isAlive() && !deadline.passed()) {
            pause.of(POLL_PAUSE);
        }
        return ready.getCount() == 0;
    }

    /** Lets it finish, and answers what it counted; empty if it died or does not answer. */
    Optional<Tally> stop() throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // Then it has ended, which is what we want.
        }
        if (!process.waitFor(END_DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        drained.await(END_DEADLINE.toSeconds(), TimeUnit.SECONDS);
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
