package dev.lockstep.app.cli.shell;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Finds the folder of a command that counts everything in it, and so needs an unused one. */
public final class FreshFolder {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private FreshFolder() {}

    /**
     * Returns the folder that was named, or a new one named after the command and the time.
     *
     * @param command the word of the command, such as {@code demo}
     * @throws CommandEnd if the named folder has files, or an account or a store is named
     */
    public static DataFolder of(CommandContext context, String command) {
        OwnExchangeOnly.require(context, command);
        DataFolder folder = context.folder();
        if (!context.folderNamed()) {
            Instant now = context.processEnvironment().clock().instant();
            return new DataFolder(folder.path().resolve(command).resolve(STAMP.format(now))).made();
        }
        if (!folder.empty()) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "'"
                            + command
                            + "' needs a new or empty folder; "
                            + folder
                            + " has files. To check its orders, run: "
                            + context.continued("verify", folder));
        }
        return folder.made();
    }
}
