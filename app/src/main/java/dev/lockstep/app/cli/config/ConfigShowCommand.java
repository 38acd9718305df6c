package dev.lockstep.app.cli.config;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.ShownSetting;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows every setting and where it comes from, those that are wrong too. */
@Command(
        name = "show",
        description =
                "Show every setting and its source: settings.properties in the data"
                        + " folder (sync-interval=2s), a variable (LOCKSTEP_SYNC_INTERVAL=2s)"
                        + " or an option (--sync-interval 2s). An option overrides a "
                        + "variable, a variable overrides the file.")
public final class ConfigShowCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public ConfigShowCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Settings.Shown shown = context.shownSettings();
        if (output.json()) {
            output.print(ConfigBody.of(shown));
        } else {
            Table table = new Table("setting", "value", "from", "");
            for (ShownSetting setting : shown.settings()) {
                table.row(
                        setting.name(), setting.value(), setting.origin().word(), setting.place());
            }
            output.print(table);
            shown.problems().forEach(output::note);
        }
        return (shown.problems().isEmpty() ? ExitCode.OK : ExitCode.USAGE).number();
    }
}
