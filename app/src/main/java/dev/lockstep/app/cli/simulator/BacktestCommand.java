package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.backtest.Backtest;
import dev.lockstep.app.backtest.BacktestPage;
import dev.lockstep.app.backtest.BacktestPlan;
import dev.lockstep.app.backtest.BacktestReport;
import dev.lockstep.app.backtest.BacktestResult;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Logging;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.config.value.LogLevel;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.value.TimeSpan;
import dev.lockstep.simulator.SimulatorConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    private static final String ENDING = ".json";

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
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "lockstep-backtest.json",
            description =
                    "File for the report; a page with charts is written next to it, with the ending"
                            + " .html (default: ${DEFAULT-VALUE}).")
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
        BacktestMarketOptions.Market chosen = market.read();
        BacktestPlan plan =
                new BacktestPlan(
                        command,
                        chosen.from(),
                        chosen.until(),
                        speed(),
                        sleepers,
                        TimeSpan.parse("quiet", quiet, Duration.ZERO, BacktestPlan.MAX_QUIET));
        SimulatorConfig config = market.config(chosen, plan, context.surroundings().clock());
        Path page = page();
        prepare(page);
        ProgressLine progress = new ProgressLine(output, context.surroundings().terminal());
        BacktestResult result =
                new Backtest(
                                plan,
                                config,
                                context.surroundings().clock(),
                                context.surroundings().pause(),
                                progress)
                        .run(output::note);
        progress.end();
        write(result, page);
        print(result, page);
        Integer exit = result.exitCode();
        return (exit == null || exit == 0 ? ExitCode.OK : ExitCode.NO).number();
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

    /** Returns the file of the page with charts. */
    private Path page() {
        String name = String.valueOf(report.getFileName());
        String stem =
                name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return report.resolveSibling(stem + ".html");
    }

    /** Makes both files before the bot runs, so that its result is not lost afterwards. */
    private void prepare(Path page) {
        try {
            Files.writeString(report, "");
            Files.writeString(page, "");
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    private void write(BacktestResult result, Path page) {
        try {
            Files.writeString(report, new BacktestReport(result).json().toPrettyString() + "\n");
            Files.writeString(page, new BacktestPage(result).html());
        } catch (IOException refused) {
            throw unwritable(refused);
        }
    }

    private CommandEnd unwritable(IOException refused) {
        return new CommandEnd(
                ExitCode.USAGE,
                "report: cannot write " + report + ": " + IoText.of(refused),
                refused);
    }

    private void print(BacktestResult result, Path page) {
        if (output.json()) {
            output.print(new BacktestReport(result).json());
            return;
        }
        Table table = new Table("", "");
        new BacktestReport(result).figures().forEach(table::row);
        output.print(table.row("report", report).row("page", page));
    }
}
