package dev.lockstep.app.cli.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.simulator.OwnSimulator;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.simulator.connection.RunningSimulator;
import dev.lockstep.simulator.connection.RunningSimulator.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows, replaces or takes back the fault plan of a simulator that runs. */
@Command(name = "faults", description = "Show or set the fault plan of a running simulator.")
public final class SimulatorFaultsCommand implements Callable<Integer> {
    private static final String STDIN = "-";
    private static final int MAX_PLAN_BYTES = 64 * 1024;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Fault plan to apply; - reads it from stdin.")
    private @Nullable String plan;

    @Option(names = "--clear", description = "Remove the fault plan.")
    private boolean clear;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Find the simulator by the folder of its ledger (default: that of "
                            + "the data folder).")
    private @Nullable Path state;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Find the simulator by its address, as printed in its first line.")
    private @Nullable URI url;

    public SimulatorFaultsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (clear && plan != null) {
            throw new InvalidValueException("clear", plan, "not together with FILE");
        }
        URI address = address();
        try {
            Reply reply = reply(new RunningSimulator(address));
            JsonNode answer = JsonMapper.builder().build().readTree(reply.json());
            if (!reply.done()) {
                throw new CommandEnd(ExitCode.USAGE, answer.path("message").asText());
            }
            show(answer);
            return ExitCode.OK.number();
        } catch (JsonProcessingException strange) {
            throw new CommandEnd(ExitCode.BROKER, "no simulator answers at " + address, strange);
        } catch (IOException nobody) {
            throw new CommandEnd(ExitCode.BROKER, "no simulator answers at " + address, nobody);
        }
    }

    private Reply reply(RunningSimulator simulator) throws IOException, InterruptedException {
        if (clear) {
            return simulator.clear();
        }
        return plan == null ? simulator.faults() : simulator.arm(text(plan));
    }

    private String text(String file) {
        try {
            byte[] bytes =
                    file.equals(STDIN)
                            ? context.processEnvironment().in().readNBytes(MAX_PLAN_BYTES + 1)
                            : Files.readAllBytes(Path.of(file));
            if (bytes.length > MAX_PLAN_BYTES) {
                throw new InvalidValueException("plan", file, "at most 65,536 bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new CommandEnd(ExitCode.USAGE, "faults: cannot read " + file, unreadable);
        }
    }

    private URI address() {
        if (url != null) {
            if (url.getHost() == null) {
                throw new InvalidValueException("url", url, "such as http://127.0.0.1:8080");
            }
            return url;
        }
        Path folder = state == null ? context.folder().exchange() : state;
        return OwnSimulator.running(folder)
                .orElseThrow(() ->
                        new CommandEnd(
                                ExitCode.BROKER,
                                "no simulator runs on "
                                        + folder
                                        + "; choose another with --state or --url"));
    }

    private void show(JsonNode plan) {
        if (output.json()) {
            output.print(plan);
            return;
        }
        Table table = new Table("target", "fault", "strikes", "matched", "struck");
        for (JsonNode rule : plan.path("rules")) {
            table.row(
                    rule.path("target").asText(),
                    rule.path("fault").asText(),
                    when(rule),
                    rule.path("matched").asText(),
                    rule.path("struck").asText());
        }
        output.print(table);
        for (String name : new String[] {"halted", "stuck_cancels", "rejected_replaces"}) {
            output.line(name + ": " + plan.path(name));
        }
        output.line("partial_fill_probability: " + plan.path("partial_fill_probability"));
    }

    private static String when(JsonNode rule) {
        String times = rule.path("times").asLong() > 0 ? ", at most " + rule.path("times") : "";
        if (rule.path("nth").asLong() > 0) {
            return "no. " + rule.path("nth") + times;
        }
        return rule.path("every").asLong() > 0
                ? "every " + rule.path("every") + times
                : "p = " + rule.path("probability").decimalValue().stripTrailingZeros() + times;
    }
}
