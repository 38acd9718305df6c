package dev.lockstep.app.cli.data;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.FolderBinding;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.ImportView;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.imports.ImportListener;
import dev.lockstep.imports.ImportNote;
import dev.lockstep.imports.ImportOrders;
import dev.lockstep.imports.ImportSummary;
import dev.lockstep.imports.LegacyAccount;
import dev.lockstep.imports.LegacyBook;
import dev.lockstep.imports.ba2.Ba2File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports the orders of a BA2 database; sends no request to a broker. */
@Command(
        name = "import",
        description =
                "Take over the orders of one account from a database of BA2, a Python platform. The"
                        + " file is only read, no broker is asked, nothing is sent, canceled or tried"
                        + " again; a second import adds nothing. Run verify afterwards, before you"
                        + " trade. Ends in 1 if a row that is no option had to be skipped.")
public final class ImportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "The database (default: $DB_FILE, else $BA2_HOME/trade/db.sqlite, else"
                            + " ~/Documents/ba2/trade/db.sqlite, else"
                            + " ~/Documents/ba2_trade_platform/db.sqlite).")
    private @Nullable Path file;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "Number or name of the account, if the file has several.")
    private @Nullable String accountName;

    @Option(names = "--dry-run", description = "Say what would be imported; write nothing.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "REPORT",
            description = "Write all notes on the rows to this new file.")
    private @Nullable Path reportFile;

    public ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        PlatformFactory platforms = context.platforms();
        try (LegacyBook book = opened(platforms)) {
            LegacyAccount account =
                    new LegacyAccountChoice(book.contents().accounts()).account(accountName);
            TradingMode mode = LegacyAccountChoice.mode(account, context.namedMode());
            FolderBinding binding = new FolderBinding(mode, context.broker(mode), "");
            FolderBinding.requireFor(context.folder(), mode, binding.broker());
            ImportSummary summary = imported(platforms, book, account, binding);
            ImportView view = new ImportView(book.contents(), account, summary, dryRun);
            print(view, mode);
            return (view.incomplete() ? ExitCode.NO : ExitCode.OK).number();
        }
    }

    private LegacyBook opened(PlatformFactory platforms) {
        try {
            Path named =
                    Optional.ofNullable(file)
                            .orElseGet(() ->
                                    Ba2File.found(
                                            context.processEnvironment().environment(),
                                            context.processEnvironment().home()));
            return platforms.legacyBooks().open(named);
        } catch (RepositoryException refused) {
            if (refused.reason() != RepositoryException.Reason.INCOMPATIBLE) {
                throw refused;
            }
            throw new CommandEnd(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    private ImportSummary imported(
            PlatformFactory platforms,
            LegacyBook book,
            LegacyAccount account,
            FolderBinding binding) {
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        try (ImportReport report = ImportReport.in(reportFile)) {
            progress.phase(dryRun ? "reading" : "importing");
            ImportListener listener = listener(progress, report);
            return dryRun
                    ? rehearsed(platforms, book, account, listener)
                    : stored(platforms, book, account, binding, listener);
        } finally {
            progress.end();
        }
    }

    /** The folder belongs to the account's broker from the first order on. */
    private ImportSummary stored(
            PlatformFactory platforms,
            LegacyBook book,
            LegacyAccount account,
            FolderBinding binding,
            ImportListener listener) {
        try (StoreUseCases ours = platforms.newStore(settings())) {
            if (FolderBinding.read(context.folder()).isEmpty()) {
                binding.bind(context.folder());
            }
            return new ImportOrders(ours.repository(), context.processEnvironment().clock())
                    .run(book, account, listener);
        }
    }

    /** A folder without a database gets none. */
    private ImportSummary rehearsed(
            PlatformFactory platforms,
            LegacyBook book,
            LegacyAccount account,
            ImportListener listener) {
        if (!settings().hasStore()) {
            return new ImportOrders(
                            new InMemoryOrderRepository(), context.processEnvironment().clock())
                    .rehearse(book, account, listener);
        }
        try (StoreUseCases ours = platforms.store(settings())) {
            return new ImportOrders(ours.repository(), context.processEnvironment().clock())
                    .rehearse(book, account, listener);
        }
    }

    /** Neither keys nor a broker are needed, whatever the folder belongs to. */
    private Settings settings() {
        return context.bookSettings();
    }

    private static ImportListener listener(ProgressLine progress, ImportReport report) {
        return new ImportListener() {
            @Override
            public void at(long done, long total) {
                progress.at(done, total);
            }

            @Override
            public void note(ImportNote note) {
                report.note(note);
            }
        };
    }

    private void print(ImportView view, TradingMode mode) {
        if (output.json()) {
            output.print(view.json());
            return;
        }
        output.print(view.table());
        view.skippedLines().forEach(output::line);
        long untold = view.summary().skipped() - view.summary().reported().size();
        if (untold > 0) {
            output.line("and " + untold + " more rows; --report FILE writes all of them");
        }
        output.note(nextStep(view, mode));
    }

    private String nextStep(ImportView view, TradingMode mode) {
        if (dryRun) {
            return "Nothing was written.";
        }
        DataFolder folder = context.folder();
        return "No broker was asked. Before you trade: stop BA2, then run\n  "
                + context.continued(
                        mode == TradingMode.LIVE
                                ? "verify --live-trading \"" + Settings.LIVE_WORDS + "\""
                                : "verify",
                        folder)
                + "\nIt sends no order, looks up "
                + view.unresolved()
                + " by name, asks for "
                + view.open()
                + " open ones by id, and prints each difference from the broker's book.";
    }
}
