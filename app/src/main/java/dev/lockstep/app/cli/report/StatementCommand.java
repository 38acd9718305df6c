package dev.lockstep.app.cli.report;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.export.ExportFile;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.report.StatementBody;
import dev.lockstep.app.view.report.StatementText;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.usecase.report.MakeStatement;
import dev.lockstep.domain.usecase.report.Statement;
import dev.lockstep.domain.usecase.report.StatementResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reconciles the equity of one day with that of the day before. */
@Command(
        name = "statement",
        description =
                "Show the statement of a day: the equity before and after, the trades, fees,"
                        + " dividends and transfers that changed it, and the unexplained rest.")
public final class StatementCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--day",
            paramLabel = "DAY",
            description = "A day in New York, such as 2026-01-05 (default: today, as of now).")
    private @Nullable LocalDate day;

    @Option(names = "--html", paramLabel = "FILE", description = "Write it as HTML too.")
    private @Nullable Path html;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write it as CSV too.")
    private @Nullable Path csv;

    @Option(names = "--overwrite", description = "Replace the files if they exist.")
    private boolean overwrite;

    public StatementCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
            StatementBody body = StatementBody.of(made(tradingPlatform.display().makeStatement()));
            StatementText text = new StatementText(body);
            write(html, text.html());
            write(csv, text.csv());
            print(body, text);
            return ExitCode.OK.number();
        }
    }

    private Statement made(MakeStatement makeStatement) {
        LocalDate requested = day == null ? makeStatement.today() : day;
        return switch (makeStatement.of(requested)) {
            case StatementResult.Made(Statement statement) -> statement;
            case StatementResult.WithoutEquity(LocalDate without) ->
                    throw new CommandEnd(
                            ExitCode.NO,
                            "the broker reports no equity at the end of "
                                    + without
                                    + ", or none before it");
            case StatementResult.Failed(BrokerFault fault) -> throw BrokerFailures.end(fault);
        };
    }

    private void print(StatementBody body, StatementText text) {
        if (output.json()) {
            output.print(body);
            return;
        }
        output.print(text.reconciliation());
        if (!body.instruments().isEmpty()) {
            output.print(text.instruments());
        }
        body.notes().forEach(output::note);
    }

    private void write(@Nullable Path file, String content) {
        if (file != null) {
            new ExportFile(file, overwrite)
                    .write(writer -> {
                        writer.write(content);
                        return 1;
                    });
        }
    }
}
