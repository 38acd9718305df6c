package dev.lockstep.app.cli;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.wiring.Threads;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the simulator in this process until it is stopped or nobody uses it. */
@Command(
        name = "simulator",
        description =
                "Run an exchange on this machine that speaks Alpaca's protocol, in the foreground."
                        + " Keys: SIM-KEY and SIM-SECRET.")
final class SimulatorCommand implements Callable<Integer> {
    private static final int MAX_IDLE_SECONDS = 86_400;

    private final Lockstep root;

    @Mixin private Output output = new Output();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where its ledger is kept (default: exchange in the data folder).")
    private @Nullable Path state;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Where it listens on 127.0.0.1 (default: any free port).")
    private int port;

    @Option(
            names = "--idle-exit",
            paramLabel = "SECONDS",
            description = "End when nobody used it for so long (default: never).")
    private @Nullable Integer idleExit;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides prices and ids of a new ledger (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--cash",
            paramLabel = "DOLLARS",
            defaultValue = "100000",
            description = "The cash of a new account (default: ${DEFAULT-VALUE}).")
    private BigDecimal cash = BigDecimal.ZERO;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            defaultValue = "200",
            description = "Answer 429 above this; 0 for no limit (default: ${DEFAULT-VALUE}).")
    private int requestsPerMinute;

    @Option(
            names = "--tick-millis",
            paramLabel = "MS",
            defaultValue = "500",
            description =
                    "Let prices walk this often; 0 moves them with orders only (default:"
                            + " ${DEFAULT-VALUE}).")
    private int tickMillis;

    SimulatorCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (idleExit != null && (idleExit < 1 || idleExit > MAX_IDLE_SECONDS)) {
            throw new InvalidValueException("idle-exit", idleExit, "1 to " + MAX_IDLE_SECONDS);
        }
        if (tickMillis < 0) {
            throw new InvalidValueException("tick-millis", tickMillis, ">= 0");
        }
        try (Simulator simulator = started()) {
            output.line("listening on " + simulator.uri());
            Threads.atExit(simulator::close);
            simulator.awaitClosed();
        }
        return ExitCode.OK.number();
    }

    private Simulator started() {
        try {
            return Simulator.start(config());
        } catch (UncheckedIOException refused) {
            throw new CommandEnd(
                    ExitCode.NO, "the simulator cannot start: " + refused.getMessage(), refused);
        }
    }

    private SimulatorConfig config() {
        try {
            return SimulatorConfig.defaults()
                    .withStateDir(state == null ? root.folder().made().exchange() : state)
                    .withPort(port)
                    .withSeed(seed)
                    .withStartingCash(cash)
                    .withRequestsPerMinute(requestsPerMinute)
                    .withTickEvery(tickMillis == 0 ? null : Duration.ofMillis(tickMillis))
                    .withIdleTimeout(idleExit == null ? null : Duration.ofSeconds(idleExit));
        } catch (IllegalArgumentException wrong) {
            throw new CommandEnd(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
