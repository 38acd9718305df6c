package dev.lockstep.app.cli.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.app.cli.order.OrderFilter;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.PointInTime;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.export.AdjustmentExport;
import dev.lockstep.app.export.Export;
import dev.lockstep.app.export.ExportFile;
import dev.lockstep.app.export.ExportKind;
import dev.lockstep.app.export.Period;
import dev.lockstep.app.export.RowSource;
import dev.lockstep.app.export.RowText;
import dev.lockstep.app.export.TripExport;
import dev.lockstep.app.form.FileFormat;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.CountText;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.usecase.report.ListRoundTrips;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes orders, events, executions, adjustments or round trips out for other programs. */
@Command(
        name = "export",
        description =
                "Write orders, events, executions, adjustments or round trips as CSV or JSON "
                        + "lines, to a file or to stdout, while others trade. A file gets its"
                        + " name when it is complete. Executions and adjustments are those "
                        + "that 'lockstep run' or 'lockstep sync' has fetched.")
public final class ExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();
    @Mixin private OrderFilter filter = new OrderFilter();

    @Parameters(paramLabel = "WHAT", description = "orders, events, fills or adjustments.")
    private ExportKind kind = ExportKind.ORDERS;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write (default: stdout).")
    private @Nullable Path file;

    @Option(names = "--overwrite", description = "Replace FILE if it exists.")
    private boolean overwrite;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv or jsonl (default: by the file's extension, else csv).")
    private @Nullable FileFormat format;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Only rows at or after this time: creation of an order, recording "
                            + "of an event, time of an execution, booking of an adjustment, end of a round trip.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Only rows before this time.")
    private @Nullable String until;

    public ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        requireSense();
        RowText text = RowText.of(format(), kind.columns());
        Period period = period();
        try (StoreUseCases book = OpenPlatform.store(context)) {
            RowSource export = rows(book, period);
            if (file == null) {
                toStdout(export, text);
            } else {
                toFile(new ExportFile(file, overwrite), export, text, book);
            }
            return ExitCode.OK.number();
        }
    }

    private RowSource rows(StoreUseCases book, Period period) {
        return switch (kind) {
            case ORDERS, EVENTS, FILLS ->
                    new Export(book.repository(), book.fills(), kind, filter.query(), period);
            case ADJUSTMENTS ->
                    new AdjustmentExport(
                            book.repository().adjustments(),
                            filter.symbol()
                                    .map(AdjustmentQuery.all()::of)
                                    .orElse(AdjustmentQuery.all()),
                            period);
            case TRIPS ->
                    new TripExport(
                            new ListRoundTrips(book.repository(), book.fills()),
                            filter.symbol(),
                            filter.strategy(),
                            period);
        };
    }

    private void requireSense() {
        if (kind == ExportKind.ADJUSTMENTS && filter.picksOrders()) {
            throw new InvalidValueException(
                    "adjustments", "with options for orders", "only --symbol, --since, --until");
        }
        if (kind == ExportKind.TRIPS && filter.picksByState()) {
            throw new InvalidValueException(
                    "trips",
                    "with options for orders",
                    "only --symbol, --strategy, --since, --until");
        }
        if (file == null && output.json()) {
            throw new InvalidValueException(
                    "json", "given", "only with --out; --format jsonl makes JSON of the rows");
        }
        if (file == null && overwrite) {
            throw new InvalidValueException("overwrite", "given", "only with --out");
        }
    }

    private void toStdout(RowSource export, RowText text) {
        try {
            export.write(output.writer(), text, output::gone, _ -> {});
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void toFile(ExportFile target, RowSource export, RowText text, StoreUseCases book) {
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        progress.phase("exporting " + kind.name().toLowerCase(Locale.ROOT));
        long total = book.feed().orders();
        LongConsumer orders = done -> progress.at(Math.min(done, total), total);
        long rows;
        try {
            rows = target.write(writer -> export.write(writer, text, () -> false, orders));
        } finally {
            progress.end();
        }
        if (output.json()) {
            output.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("file", String.valueOf(file))
                            .put("rows", rows));
        } else {
            output.line(CountText.of(rows, "row") + " in " + file);
        }
    }

    private FileFormat format() {
        if (format != null) {
            return format;
        }
        return file == null ? FileFormat.CSV : FileFormat.of(file);
    }

    private Period period() {
        Instant first = since == null ? Instant.MIN : PointInTime.parse("since", since);
        return new Period(first, until == null ? Instant.MAX : PointInTime.parse("until", until));
    }
}
