package dev.lockstep.app.stress;

import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.runtime.Threads;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A process of the run as its parent sees it. It ends when its standard input does, so it cannot
 * outlive the parent, however that ends.
 */
final class StressProcess {
    private static final Duration END_DEADLINE = Duration.ofSeconds(10);

    private final int number;
    private final File log;
    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch drained = new CountDownLatch(1);
    private final AtomicReference<Optional<StressTally>> tally =
            new AtomicReference<>(Optional.empty());

    private StressProcess(int number, File log, Process process) {
        this.number = number;
        this.log = log;
        this.process = process;
    }

    static StressProcess start(JvmProgram program, int number, List<String> arguments, File log) {
        try {
            Process process =
                    program.process(arguments)
                            .redirectError(ProcessBuilder.Redirect.to(log))
                            .start();
            StressProcess started = new StressProcess(number, log, process);
            Threads.watcher("stress-" + number, started::listen);
            return started;
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.BUG,
                    "process " + number + " could not be started: " + refused,
                    refused);
        }
    }

    int number() {
        return number;
    }

    /** Returns whether it waits for the start signal. */
    boolean ready() {
        return ready.getCount() == 0;
    }

    /** Returns whether it has ended and all its output is read. */
    boolean over() {
        return drained.getCount() == 0 && !process.isAlive();
    }

    /** Sends the start signal. */
    void begin() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException gone) {
            // It is dead, which is told at the end.
        }
    }

    /** Returns its counts; empty if it died before. */
    Optional<StressTally> tally() {
        return tally.get();
    }

    /** Describes its unexpected end. */
    String end() {
        String code = process.isAlive() ? "did not end" : "ended with code " + process.exitValue();
        return "process " + number + " " + code + " without telling what it counted" + lastWords();
    }

    /** Waits for its end, then kills it. */
    void stop() throws InterruptedException {
        closeInput();
        if (!process.waitFor(END_DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
        drained.await(END_DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // Then it has ended, which is what we want.
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log.toPath());
            return lines.isEmpty() ? "" : "; the last line of its log: " + lines.getLast();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.equals(StressWorker.READY)) {
                    ready.countDown();
                }
                StressTally.read(line).ifPresent(read -> tally.set(Optional.of(read)));
            }
        } catch (IOException gone) {
            // The process is gone; what it said until then counts.
        } finally {
            drained.countDown();
        }
    }
}
