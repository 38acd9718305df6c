package dev.lockstep.app.cli.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.domain.value.TimeSpan;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the simulator in this process until it is stopped or idle. */
@Command(
        name = "simulator",
        synopsisSubcommandLabel = "[faults]",
        description = {
            "Run an exchange on this machine that speaks Alpaca's protocol, in the foreground.",
            "Its first line is \"listening on http://127.0.0.1:PORT\"; it takes the keys SIM-KEY and"
                    + " SIM-SECRET unless it is given others."
        })
public final class SimulatorCommand implements Callable<Integer> {
    private static final Duration MIN_IDLE = Duration.ofSeconds(1);
    private static final Duration MAX_IDLE = Duration.ofHours(24);

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port on 127.0.0.1 (default: 0, any free port).")
    private int port;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder of the ledger (default: exchange in the data folder).")
    private @Nullable Path state;

    @ArgGroup(validate = false, heading = "%nAccounts:%n")
    private SimulatorAccountOptions accounts = new SimulatorAccountOptions();

    @ArgGroup(validate = false, heading = "%nThe market:%n")
    private SimulatorMarketOptions market = new SimulatorMarketOptions();

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "Apply the fault plan in FILE from the start.")
    private @Nullable Path faults;

    @Option(
            names = "--idle-exit",
            paramLabel = "TIME",
            description = "Exit after TIME without a request, 1s to 24h (default: never).")
    private @Nullable String idleExit;

    public SimulatorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        SimulatorConfig config = config();
        accounts.warn(output);
        try (Simulator simulator = started(config)) {
            announce(simulator.uri().toString());
            Threads.atExit(simulator::close);
            simulator.awaitClosed();
        }
        return ExitCode.OK.number();
    }

    private @Nullable Duration idleTimeout() {
        return idleExit == null ? null : TimeSpan.parse("idle-exit", idleExit, MIN_IDLE, MAX_IDLE);
    }

    private void announce(String address) {
        if (output.json()) {
            output.print(JsonNodeFactory.instance.objectNode().put("url", address));
        } else {
            output.line("listening on " + address);
        }
    }

    private static Simulator started(SimulatorConfig config) {
        try {
            return Simulator.start(config);
        } catch (UncheckedIOException refused) {
            throw new CommandEnd(
                    ExitCode.NO, "the simulator cannot start: " + refused.getMessage(), refused);
        }
    }

    private SimulatorConfig config() {
        try {
            SimulatorConfig config =
                    SimulatorConfig.defaults()
                            .withPort(port)
                            .withIdleTimeout(idleTimeout())
                            .withFaults(SimulatorFiles.faults(faults));
            SimulatorConfig whole =
                    market.on(accounts.on(config, context.processEnvironment().environment()));
            return whole.withStateDir(state == null ? context.folder().made().exchange() : state);
        } catch (IllegalArgumentException wrong) {
            throw new CommandEnd(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
