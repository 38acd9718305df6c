package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.key.SimulatorKeys;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.simulator.ApiKey;
import dev.lockstep.simulator.SimulatorConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whom a simulator serves and what they begin with. */
final class SimulatorAccountOptions {
    @Option(
            names = "--key",
            paramLabel = "ID",
            description =
                    "The key id of the one account (or $"
                            + SimulatorKeys.KEY
                            + "; default: SIM-KEY).")
    private @Nullable String key;

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            description =
                    "Its secret (default: SIM-SECRET). Every process of this machine can see it"
                            + " here; $"
                            + SimulatorKeys.SECRET
                            + " or --accounts keep it hidden.")
    private @Nullable String secret;

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description =
                    "Read several accounts from FILE, which only you may read (chmod "
                            + "600): [{\"account\":\"ann\",\"key\":\"...\",\"secret\":\"...\"}], "
                            + "each optionally with \"cash\".")
    private @Nullable Path file;

    @Option(
            names = "--cash",
            paramLabel = "DOLLARS",
            defaultValue = "100000",
            description =
                    "Initial cash of a new account, in dollars (default: " + "${DEFAULT-VALUE}).")
    private BigDecimal cash = new BigDecimal("100000");

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            defaultValue = "200",
            description =
                    "Maximum number of requests of one account in a minute; more are "
                            + "answered 429. 0 for no limit (default: ${DEFAULT-VALUE}).")
    private int requestsPerMinute = SimulatorConfig.DEFAULT_REQUESTS_PER_MINUTE;

    SimulatorConfig on(SimulatorConfig config, Map<String, String> environment) {
        return config.withKeys(keys(environment).toArray(ApiKey[]::new))
                .withStartingCash(cash)
                .withRequestsPerMinute(requestsPerMinute);
    }

    void warn(Output output) {
        if (secret != null) {
            output.note(
                    "the secret is visible in the list of processes; $"
                            + SimulatorKeys.SECRET
                            + " or --accounts FILE keep it hidden");
        }
    }

    private List<ApiKey> keys(Map<String, String> environment) {
        if (file == null) {
            return SimulatorKeys.one(key, secret, environment);
        }
        if (key != null || secret != null) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "accounts: given (expected: not together with --key or --secret)");
        }
        return SimulatorKeys.of(file);
    }
}
