package dev.lockstep.app.cli.data;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreMove;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.postgres.PostgresAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies all orders into another, empty store and verifies the copy. */
@Command(
        name = "copy",
        description =
                "Copy all orders with their history, limits, incidents and keys into an empty store,"
                        + " and verify the copy by its hash chains. The old store may be in use:"
                        + " what is stored meanwhile is copied too, and trading is halted there at"
                        + " the end. Afterwards start 'run' and all bots with the new store, and use"
                        + " the old one no more. If the copy is interrupted, repeat it: it continues."
                        + " A PLACE is an address, postgresql://USER@HOST:PORT/DATABASE, or sqlite"
                        + " for the file lockstep.db in the data folder.")
public final class StoreCopyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(names = "--from", paramLabel = "PLACE", required = true, description = "Store to copy.")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "PLACE",
            required = true,
            description = "Store without orders.")
    private String to = "";

    public StoreCopyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        requirePlace("from", from);
        requirePlace("to", to);
        Settings source = context.bookSettingsAt(from);
        Settings target = context.bookSettingsAt(to);
        if (source.tuning().store().equals(target.tuning().store())) {
            throw new CommandEnd(ExitCode.USAGE, "to: " + to + " (expected: another store)");
        }
        return switch (copied(source, target)) {
            case StoreMove.Complete(long rows, AuditVerdict.Intact verdict, boolean halted) -> {
                print(new StoreCopyBody(rows, verdict, halted));
                yield ExitCode.OK.number();
            }
            case StoreMove.Altered(AuditVerdict.Broken broken) ->
                    refused(
                            "the copy does not verify, and so the old store does not: "
                                    + broken.breaks().getFirst().text());
        };
    }

    /** The settings would name the option {@code --store}, which this command has not. */
    private static void requirePlace(String option, String place) {
        if (place.equals(CommandContext.IN_FOLDER)) {
            return;
        }
        try {
            PostgresAddress.parsed(place);
        } catch (InvalidValueException wrong) {
            throw new InvalidValueException(
                    wrong.field().replaceFirst("^store", option),
                    wrong.value(),
                    wrong.field().equals("store")
                            ? CommandContext.IN_FOLDER + ", or " + wrong.expected()
                            : wrong.expected());
        }
    }

    private StoreMove copied(Settings source, Settings target) {
        try {
            return context.platforms().copy(source, target);
        } catch (RepositoryException refused) {
            if (refused.reason() != RepositoryException.Reason.MISUSE) {
                throw refused;
            }
            throw new CommandEnd(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    private static int refused(String why) {
        throw new CommandEnd(ExitCode.NO, why);
    }

    private void print(StoreCopyBody copied) {
        if (output.json()) {
            output.print(copied);
            return;
        }
        output.print(
                new Table("", "")
                        .row("rows", copied.rows())
                        .row("orders", copied.orders())
                        .row("events", copied.events())
                        .row("last hash", copied.lastHash()));
        output.line(output.verdict(true, "copied and verified"));
        if (copied.halted()) {
            output.note(
                    "The old store was in use, and trading is halted in it: restart 'run' and all"
                            + " bots with the new store.");
        }
        output.note(
                to.equals(CommandContext.IN_FOLDER)
                        ? "From now on the orders are in "
                                + context.folder().database()
                                + ": leave --store out."
                        : "Use the new store from now on: --store "
                                + to
                                + ", or the line store = "
                                + to
                                + " in "
                                + context.folder().settings()
                                + ".");
    }
}
