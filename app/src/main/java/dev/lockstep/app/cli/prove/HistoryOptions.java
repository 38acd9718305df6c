package dev.lockstep.app.cli.prove;

import dev.lockstep.app.prove.history.HistoryPlan;
import dev.lockstep.domain.value.TimeSpan;
import dev.lockstep.history.ClientPace;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of the commands whose clients record what they see. */
final class HistoryOptions {
    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "16",
            description =
                    "How many clients, 1 to "
                            + HistoryPlan.MAX_CLIENTS
                            + " (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description =
                    "Seed of the requests and the disturbances; their moments differ from run to "
                            + "run (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            defaultValue = "lockstep-history.jsonl",
            description = "File for what the clients saw (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    long seed() {
        return seed;
    }

    Path file() {
        return file;
    }

    HistoryPlan plan(String length, ClientPace pace, int processes) {
        return new HistoryPlan(
                TimeSpan.parse("for", length, HistoryPlan.MIN_LENGTH, HistoryPlan.MAX_LENGTH),
                clients,
                pace,
                processes,
                seed);
    }
}
