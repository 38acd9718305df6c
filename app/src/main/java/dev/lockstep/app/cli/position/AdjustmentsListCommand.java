package dev.lockstep.app.cli.position;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.PointInTime;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.AdjustmentView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.report.AdjustmentPageBody;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.store.Adjustments.AdjustmentQuery;
import dev.lockstep.domain.port.store.Adjustments.Entry;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists stored adjustments; the broker is not asked. */
@Command(
        name = "list",
        description =
                "List stored adjustments, newest first: fees, dividends, splits, "
                        + "transfers and other bookings of the broker that are not trades.")
public final class AdjustmentsListCommand implements Callable<Integer> {
    private static final String DEFAULT_LIMIT = "50";

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "Only adjustments of this symbol.")
    private @Nullable String symbol;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only this kind: ${COMPLETION-CANDIDATES}.")
    private @Nullable AdjustmentKind kind;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only adjustments booked at or after this time.")
    private @Nullable String since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = DEFAULT_LIMIT,
            description =
                    "Maximum number of adjustments, 1 to 1000 (default: " + "${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--before",
            paramLabel = "NUMBER",
            description =
                    "Show the page that follows this adjustment, the last one of the "
                            + "previous page.")
    private @Nullable Long before;

    public AdjustmentsListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AdjustmentQuery query = query();
        try (StoreUseCases book = OpenPlatform.store(context)) {
            List<Entry> page = book.repository().adjustments().list(query);
            if (output.json()) {
                output.print(AdjustmentPageBody.of(page, limit));
            } else {
                print(page);
            }
            return ExitCode.OK.number();
        }
    }

    private AdjustmentQuery query() {
        AdjustmentQuery query = AdjustmentQuery.all().newest().limit(limit);
        if (symbol != null) {
            query = query.of(Symbol.typed(symbol));
        }
        if (kind != null) {
            query = query.of(kind);
        }
        if (since != null) {
            query = query.since(PointInTime.parse("since", since));
        }
        if (before != null && before < 1) {
            throw new InvalidValueException("before", before, "> 0");
        }
        return before == null ? query : query.after(before);
    }

    private void print(List<Entry> page) {
        if (page.isEmpty()) {
            output.line("no adjustments");
            return;
        }
        Table table = AdjustmentView.table();
        page.forEach(entry -> AdjustmentView.addRow(table, entry));
        output.print(table);
        if (page.size() == limit) {
            output.note("Next page: --before " + page.getLast().number());
        }
    }
}
