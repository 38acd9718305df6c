package dev.lockstep.app.cli.data;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.PointInTime;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.report.AuditBody;
import dev.lockstep.domain.usecase.report.ActKind;
import dev.lockstep.domain.usecase.report.ListOperatorActs;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what persons and watchdogs have decided. */
@Command(
        name = "list",
        description =
                "List what persons and watchdogs have decided, newest first: changes of limits, "
                        + "trading state, pauses and keys, acknowledged or closed incidents, sign-ins to "
                        + "the screen and wrong tokens.")
public final class AuditListCommand implements Callable<Integer> {
    private static final Instant END = Instant.parse("2262-01-01T00:00:00Z");

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only this kind: ${COMPLETION-CANDIDATES}.")
    private @Nullable ActKind kind;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description =
                    "Number of entries, 1 to 500, and all others of the instant of the last one"
                            + " (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Option(
            names = "--before",
            paramLabel = "TIME",
            description = "Show only what was done before this time.")
    private @Nullable String before;

    public AuditListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > ListOperatorActs.MAX_PAGE) {
            throw new InvalidValueException("limit", limit, "1 to " + ListOperatorActs.MAX_PAGE);
        }
        Instant end = before == null ? END : PointInTime.parse("before", before);
        try (StoreUseCases book = OpenPlatform.store(context)) {
            AuditBody page = AuditBody.of(book.listOperatorActs().before(end, limit, kind));
            if (output.json()) {
                output.print(page);
            } else {
                print(page);
            }
            return ExitCode.OK.number();
        }
    }

    private void print(AuditBody page) {
        if (page.acts().isEmpty()) {
            output.line("no entries");
            return;
        }
        Table table = new Table("when", "kind", "what", "who", "why");
        page.acts()
                .forEach(act ->
                        table.row(
                                Instant.parse(act.at()),
                                act.kind(),
                                act.what(),
                                Objects.requireNonNullElse(act.who(), "not stored"),
                                act.why()));
        output.print(table);
        if (page.next() != null) {
            output.note("Next page: --before " + page.next());
        }
    }
}
