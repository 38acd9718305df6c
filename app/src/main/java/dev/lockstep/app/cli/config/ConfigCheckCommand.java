package dev.lockstep.app.cli.config;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.notify.NotificationFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the problems of the settings before anything runs on them. */
@Command(
        name = "check",
        description =
                "List all problems of the settings and of the file of notifications. Exit "
                        + "code 2 if there are any.")
public final class ConfigCheckCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public ConfigCheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<String> found = problems();
        boolean sound = found.isEmpty();
        if (output.json()) {
            output.print(new ConfigCheckBody(sound, found));
        } else {
            found.forEach(output::line);
            output.line(
                    output.verdict(
                            sound, sound ? "the settings are valid" : "the settings are invalid"));
        }
        return (sound ? ExitCode.OK : ExitCode.USAGE).number();
    }

    /** The file of notifications is found by the settings, so these have to be valid first. */
    private List<String> problems() {
        Settings.Shown shown = context.shownSettings();
        return shown.problems().isEmpty()
                ? NotificationFile.problems(context.bookSettings(), context.processEnvironment())
                : shown.problems();
    }
}
