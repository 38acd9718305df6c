package dev.lockstep.app.simulator;

import dev.lockstep.app.config.value.DeadlineSetting;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.app.progress.StartWait;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.port.MonotonicClock;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The simulator of a data folder: found if it runs, started if not.
 *
 * <p>It is a separate process that outlives the command that started it, is shared by all commands
 * on the folder, and exits when idle. If several are started at once, the lock of the ledger keeps
 * one of them, which all commands then use. It listens at the port where the last one did, so that
 * a process that traded with that one trades on.
 */
public final class OwnSimulator {
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);
    private static final Duration POLL_PAUSE = Duration.ofMillis(20);
    private static final Duration RESTART_PAUSE = Duration.ofMillis(300);
    private static final int MAX_STARTS = 5;

    /** The last port may be taken for a moment, or for good. */
    private static final int STARTS_AT_LAST_PORT = 2;

    private static final int IDLE_EXIT_SECONDS = 60;
    private static final int ANY_PORT = 0;
    private static final Money USUAL_CASH = Money.of("10000000");

    private final JvmProgram program;
    private final Path stateDir;
    private final MonotonicClock clock;
    private final Pause pause;
    private final Predicate<URI> answers;
    private final Money cash;

    /**
     * The simulator of one folder.
     *
     * @param program how to start it
     * @param stateDir the simulator's own folder
     * @param answers whether a broker answers at an address
     */
    public OwnSimulator(
            JvmProgram program,
            Path stateDir,
            Predicate<URI> answers,
            MonotonicClock clock,
            Pause pause) {
        this(program, stateDir, answers, clock, pause, USUAL_CASH);
    }

    private OwnSimulator(
            JvmProgram program,
            Path stateDir,
            Predicate<URI> answers,
            MonotonicClock clock,
            Pause pause,
            Money cash) {
        this.program = program;
        this.stateDir = stateDir;
        this.answers = answers;
        this.clock = clock;
        this.pause = pause;
        this.cash = cash;
    }

    /** Returns the same, whose account begins with this much where its ledger is new. */
    public OwnSimulator withCash(Money newCash) {
        return new OwnSimulator(program, stateDir, answers, clock, pause, newCash);
    }

    /** Returns the address of a simulator that answers. */
    public URI address() throws InterruptedException {
        Optional<URI> running = answering();
        URI address = running.isPresent() ? running.get() : started();
        new LastPort(stateDir).remember(address.getPort());
        return address;
    }

    /** Returns the port where it listened last; 0 if none is known. */
    int lastPort() {
        return new LastPort(stateDir).read();
    }

    /** Returns the port of its process if that runs, answering or not. */
    OptionalInt port() {
        return living(stateDir).stream()
                .mapToInt(endpoint -> endpoint.address().getPort())
                .findFirst();
    }

    /** Returns the address of the simulator if one answers; none is started. */
    public Optional<URI> running() {
        return answering();
    }

    /** Ends it, if it runs; it finishes what it is at. */
    public void stop() throws InterruptedException {
        Optional<SimulatorEndpoint> endpoint = living(stateDir);
        endpoint.flatMap(SimulatorEndpoint::process).ifPresent(ProcessHandle::destroy);
        DeadlineSetting deadline = DeadlineSetting.after(STOP_DEADLINE, clock);
        while (endpoint.flatMap(SimulatorEndpoint::process).isPresent() && !deadline.passed()) {
            pause.of(POLL_PAUSE);
        }
    }

    /** Returns the address of the simulator that runs on a folder, if one does. */
    public static Optional<URI> running(Path stateDir) {
        return living(stateDir).map(SimulatorEndpoint::address);
    }

    /** Returns the process of the simulator that runs on a folder, if one does. */
    public static Optional<ProcessHandle> process(Path stateDir) {
        return living(stateDir).flatMap(SimulatorEndpoint::process);
    }

    private Optional<URI> answering() {
        return living(stateDir).map(SimulatorEndpoint::address).filter(answers);
    }

    private static Optional<SimulatorEndpoint> living(Path stateDir) {
        return SimulatorEndpoint.read(stateDir).filter(endpoint -> endpoint.process().isPresent());
    }

    private URI started() throws InterruptedException {
        int port = lastPort();
        Process process = start(port);
        StartWait wait = new StartWait("the simulator", log(), clock);
        for (int starts = 1; starts <= MAX_STARTS; pause.of(POLL_PAUSE)) {
            Optional<URI> address = answering();
            if (address.isPresent()) {
                return address.get();
            }
            // Another one has the ledger and has not said where it listens, or is on its way out.
            Optional<ProcessHandle> other = living(stateDir).flatMap(SimulatorEndpoint::process);
            if (!process.isAlive() && other.isEmpty()) {
                pause.of(RESTART_PAUSE);
                process = start(starts < STARTS_AT_LAST_PORT ? port : ANY_PORT);
                wait = new StartWait("the simulator", log(), clock);
                starts++;
            } else if (!wait.goesOn(process.isAlive() ? process.toHandle() : other.get())) {
                break;
            }
        }
        throw new CommandEnd(ExitCode.BROKER, "the simulator did not start; see " + log());
    }

    private Process start(int port) {
        List<String> arguments = new ArrayList<>(List.of("simulator"));
        arguments.addAll(List.of("--port", String.valueOf(port)));
        arguments.addAll(List.of("--state", stateDir.toString()));
        arguments.addAll(List.of("--idle-exit", IDLE_EXIT_SECONDS + "s"));
        arguments.addAll(List.of("--cash", cash.toString()));
        arguments.addAll(List.of("--requests-per-minute", "0"));
        try {
            Files.createDirectories(stateDir);
            if (!Files.isWritable(stateDir)) {
                throw new CommandEnd(
                        ExitCode.STORE, "the folder of the simulator is not writable: " + stateDir);
            }
            // Its output goes to a file: a pipe would keep our caller's pipe open after our end.
            return program.process(arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                    .start();
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.BROKER,
                    "the simulator could not be started in " + stateDir + ": " + IoText.of(refused),
                    refused);
        }
    }

    private File log() {
        return stateDir.resolve("simulator.log").toFile();
    }
}
