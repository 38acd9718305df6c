package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.backtest.Backtest;
import dev.lockstep.app.backtest.BacktestEnd;
import dev.lockstep.app.backtest.BacktestPlan;
import dev.lockstep.app.backtest.BacktestReport;
import dev.lockstep.app.backtest.BacktestResult;
import dev.lockstep.app.backtest.Interruption;
import dev.lockstep.app.backtest.ReportFiles;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Logging;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.config.value.LogLevel;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.runtime.SignalHandler;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.value.TimeSpan;
import dev.lockstep.simulator.SimulatorConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a bot against the past. */
@Command(
        name = "backtest",
        description = {
            "Run an unmodified bot against an exchange whose time is that of its bars, and report"
                    + " equity, drawdown and round trips.",
            "The bot finds the exchange by the variables of Alpaca's clients (APCA_API_BASE_URL,"
                    + " APCA_API_DATA_URL, APCA_API_KEY_ID, APCA_API_SECRET_KEY and their variants)."
                    + " Time moves to the next bar when the bot has read its streams and has its"
                    + " answers; the bot ends with the last bar."
        },
        footer = "%nExample: lockstep backtest --bars prices --from 2026-01-05 -- node bot.js")
public final class BacktestCommand implements Callable<Integer> {
    private static final int SIGNAL_CODES = 128;
    private static final Map<String, Integer> SIGNALS = Map.of("INT", 2, "TERM", 15);

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Mixin private BacktestMarketOptions market = new BacktestMarketOptions();

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "max",
            description =
                    "Seconds at the exchange for each real second, at most; max for as fast as the"
                            + " bot goes (default: ${DEFAULT-VALUE}).")
    private String speed = "max";

    @Option(
            names = "--sleepers",
            description =
                    "Let time pass by the clock, at --speed, for a bot that polls and sleeps; the"
                            + " result then differs from run to run.")
    private boolean sleepers;

    @Option(
            names = "--quiet",
            paramLabel = "TIME",
            defaultValue = "5ms",
            description =
                    "How long the bot must make no request before time moves on, 0ms to 10s; more"
                            + " for a bot that thinks in other threads (default: ${DEFAULT-VALUE}).")
    private String quiet = "5ms";

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "5m",
            description =
                    "How long the bot may take to subscribe to market data, or with --sleepers to"
                            + " make a request, 1s to 24h; then it is ended (default:"
                            + " ${DEFAULT-VALUE}).")
    private String maxWait = "5m";

    @Option(
            names = "--report",
            paramLabel = "NAME",
            defaultValue = "lockstep-backtest",
            description =
                    "Name of the report's files, NAME.json and NAME.html, a page with charts"
                            + " (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path report;

    @Parameters(paramLabel = "COMMAND", description = "The bot and its arguments, after --.")
    private List<String> command = List.of();

    public BacktestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Logging.set(LogLevel.ERROR);
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        BacktestMarketOptions.Market chosen = market.read(progress, output::note);
        BacktestPlan plan =
                new BacktestPlan(
                        command,
                        chosen.prices(),
                        chosen.from(),
                        chosen.until(),
                        speed(),
                        sleepers,
                        TimeSpan.parse("quiet", quiet, Duration.ZERO, BacktestPlan.MAX_QUIET),
                        TimeSpan.parse(
                                "wait", maxWait, BacktestPlan.MIN_WAIT, BacktestPlan.MAX_WAIT));
        SimulatorConfig config = market.config(chosen, plan, context.processEnvironment().clock());
        try (ReportFiles files = new ReportFiles(report)) {
            BacktestResult result = run(plan, config, progress);
            progress.end();
            files.write(result);
            print(result, files);
            return code(result.end());
        }
    }

    /** Runs it; a second signal ends this process at once. */
    private BacktestResult run(BacktestPlan plan, SimulatorConfig config, ProgressLine progress)
            throws InterruptedException {
        Interruption interruption = new Interruption();
        try (SignalHandler _ =
                SignalHandler.caught(SIGNALS.keySet(), signal -> interruption.by("SIG" + signal))) {
            return new Backtest(
                            plan,
                            config,
                            context.processEnvironment().clock(),
                            context.processEnvironment().pause(),
                            progress,
                            output::note,
                            interruption)
                    .run();
        }
    }

    private static int code(BacktestEnd end) {
        return switch (end) {
            case BacktestEnd.Complete _ -> ExitCode.OK.number();
            case BacktestEnd.BotEnded(int exitCode) ->
                    (exitCode == 0 ? ExitCode.OK : ExitCode.NO).number();
            case BacktestEnd.GaveUp _ -> ExitCode.NO.number();
            case BacktestEnd.Interrupted(String signal) ->
                    SIGNAL_CODES + SIGNALS.getOrDefault(signal.substring("SIG".length()), 0);
        };
    }

    private @Nullable BigDecimal speed() {
        if (speed.equals("max")) {
            return null;
        }
        try {
            return new BigDecimal(speed);
        } catch (NumberFormatException wrong) {
            throw new CommandEnd(
                    ExitCode.USAGE, "speed: " + speed + " (expected: a number > 0, or max)", wrong);
        }
    }

    private void print(BacktestResult result, ReportFiles files) {
        if (output.json()) {
            output.print(new BacktestReport(result).json());
            return;
        }
        Table table = new Table("", "");
        new BacktestReport(result).figures().forEach(table::row);
        output.print(table.row("report", files.json()).row("page", files.page()));
    }
}
