package dev.lockstep.app.cli.data;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.view.body.BackupBody;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.store.RepositoryException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the database while others trade. */
@Command(
        name = "backup",
        description =
                "Copy the database as it is now to FILE, while others write. The "
                        + "copy is checked and on the disk before it gets its name. To "
                        + "restore it, put it into a new folder as lockstep.db. With the orders in"
                        + " PostgreSQL, --format pg_dump writes a dump for pg_restore instead.")
public final class BackupCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "File to write; its folder must exist.")
    private Path file;

    @Option(names = "--overwrite", description = "Replace FILE if it exists.")
    private boolean overwrite;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "sqlite, a database that any data folder can use, or pg_dump, the server's own"
                            + " custom format (default: ${DEFAULT-VALUE}).",
            defaultValue = "sqlite")
    private Format format = Format.SQLITE;

    @SuppressWarnings("NullAway.Init") // picocli sets the file before it runs
    public BackupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        // Neither keys nor a broker are needed, whatever the folder belongs to.
        Settings settings = context.bookSettings();
        try (StoreUseCases book = context.platforms().store(settings)) {
            print(copied(inFormat(book.backup())));
            return ExitCode.OK.number();
        }
    }

    private StoreBackup inFormat(StoreBackup backup) {
        return switch (format) {
            case SQLITE -> backup;
            case PG_DUMP ->
                    backup.byServerProgram()
                            .orElseThrow(() ->
                                    new CommandEnd(
                                            ExitCode.USAGE,
                                            "format: pg_dump (expected: sqlite, since the orders"
                                                    + " are in a SQLite file)"));
        };
    }

    private StoreBackup.Copy copied(StoreBackup backup) {
        try {
            return overwrite ? backup.replace(file) : backup.backUp(file);
        } catch (RepositoryException refused) {
            if (refused.reason() != RepositoryException.Reason.MISUSE) {
                throw refused;
            }
            throw new CommandEnd(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    private void print(StoreBackup.Copy copy) {
        if (output.json()) {
            output.print(new BackupBody(copy.file().toString(), copy.bytes(), copy.orders()));
            return;
        }
        output.print(
                new Table("", "")
                        .row("file", copy.file())
                        .row("bytes", copy.bytes())
                        .row("orders", copy.orders())
                        .row(format == Format.SQLITE ? "integrity check" : "readable", "ok"));
    }

    /** The format of the file. */
    enum Format {
        SQLITE,
        PG_DUMP
    }
}
