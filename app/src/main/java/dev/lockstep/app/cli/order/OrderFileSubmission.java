package dev.lockstep.app.cli.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.cli.shell.CommandResult;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.form.FileFormat;
import dev.lockstep.app.form.FileRow;
import dev.lockstep.app.form.OrderFile;
import dev.lockstep.app.form.OrderRequest;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.app.view.CountText;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.change.SubmitView;
import dev.lockstep.domain.port.venue.Venue;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A file of orders on its way: what is wrong with it, and what came of each row. */
final class OrderFileSubmission {
    private final List<FileRow> rows;
    private final boolean roundPrice;
    private final boolean allOrNothing;
    private final Venue venue;
    private final InstantSource clock;
    private final Output output;

    OrderFileSubmission(
            Path file,
            Optional<FileFormat> format,
            boolean roundPrice,
            boolean allOrNothing,
            Venue venue,
            InstantSource clock,
            Output output) {
        this.rows = OrderFile.read(file, format);
        this.roundPrice = roundPrice;
        this.allOrNothing = allOrNothing;
        this.venue = venue;
        this.clock = clock;
        this.output = output;
    }

    /** Returns whether a row is invalid and the caller asked for all or nothing. */
    boolean refused() {
        return allOrNothing && rows.stream().anyMatch(row -> checked(row).code() != ExitCode.OK);
    }

    ExitCode printRefusal() {
        List<Line> lines =
                rows.stream().map(row -> new Line(row, terms(row), checked(row))).toList();
        print(lines.stream().filter(line -> line.result().code() != ExitCode.OK).toList());
        output.note("Nothing was sent.");
        return ExitCode.USAGE;
    }

    /** Does something with each good row and answers what came of every row, in their order. */
    List<Line> rows(
            Function<OrderRequest, CommandResult<SubmitView>> action,
            int threads,
            Progress progress)
            throws InterruptedException, ExecutionException {
        List<Future<Line>> futures = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        progress.phase(CountText.of(rows.size(), "row"));
        try (ExecutorService callers = Threads.callers(threads)) {
            for (FileRow row : rows) {
                futures.add(
                        callers.submit(() -> {
                            Line line = new Line(row, terms(row), run(row, action));
                            done.incrementAndGet();
                            return line;
                        }));
            }
            callers.shutdown();
            Threads.awaitEnd(callers, () -> progress.at(done.get(), rows.size()));
            progress.at(done.get(), rows.size());
        }
        List<Line> lines = new ArrayList<>();
        for (Future<Line> future : futures) {
            lines.add(future.get());
        }
        return lines;
    }

    ExitCode printReport(List<Line> lines) {
        print(lines);
        boolean nameless =
                rows.stream()
                        .anyMatch(row ->
                                row instanceof FileRow.Good good && good.order().key().isEmpty());
        if (nameless) {
            output.note(
                    "Rows without a key make new orders each time this file is submitted. With"
                            + " a key, a row makes one order however often it is submitted.");
        }
        boolean nothingSent =
                !rows.isEmpty() && rows.stream().allMatch(FileRow.Bad.class::isInstance);
        return nothingSent
                ? ExitCode.USAGE
                : lines.stream()
                        .map(line -> line.result().code())
                        .reduce(ExitCode.OK, ExitCode::or);
    }

    private CommandResult<SubmitView> run(
            FileRow row, Function<OrderRequest, CommandResult<SubmitView>> action) {
        return switch (row) {
            case FileRow.Good good -> action.apply(requested(good));
            case FileRow.Bad bad -> SubmitResults.badRow(text(bad));
        };
    }

    private OrderRequest requested(FileRow.Good row) {
        return roundPrice ? row.order().rounded() : row.order();
    }

    private String terms(FileRow row) {
        return switch (row) {
            case FileRow.Good good -> OrderView.described(requested(good).terms());
            case FileRow.Bad _ -> "";
        };
    }

    /** Returns what is wrong with a row by itself, before anything is opened. */
    private CommandResult<SubmitView> checked(FileRow row) {
        return switch (row) {
            case FileRow.Good good ->
                    SubmitResults.checked(
                            venue.denials(requested(good).terms(), clock.instant()),
                            Optional::empty);
            case FileRow.Bad bad -> SubmitResults.badRow(text(bad));
        };
    }

    private static String text(FileRow.Bad bad) {
        return bad.field() + ": " + bad.value() + " (expected: " + bad.expected() + ")";
    }

    private void print(List<Line> lines) {
        if (output.json()) {
            output.print(lines.stream().map(Line::json).toList());
            return;
        }
        Table table = new Table("line", "order", "result", "status", "");
        for (Line line : lines) {
            SubmitView submission = line.submission();
            table.row(
                    line.row().line(),
                    submission.order() == null
                            ? line.terms()
                            : line.terms() + " [" + submission.id() + "]",
                    submission.result().replace('_', ' '),
                    submission.status(),
                    submission.cell());
        }
        output.print(table);
        Map<String, Integer> results = new TreeMap<>();
        lines.forEach(line ->
                results.merge(line.submission().result().replace('_', ' '), 1, Integer::sum));
        output.line(
                CountText.of(lines.size(), "row")
                        + ": "
                        + results.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", ")));
    }

    /** The result of one row. */
    record Line(FileRow row, String terms, CommandResult<SubmitView> result) {
        SubmitView submission() {
            return result.view();
        }

        ObjectNode json() {
            ObjectNode node = BodyTree.of(submission().json());
            node.put("line", row.line());
            if (row instanceof FileRow.Bad bad) {
                node.put("field", bad.field());
                node.put("value", bad.value());
                node.put("expected", bad.expected());
            }
            return node;
        }
    }
}
