package dev.lockstep.app.cli;

import dev.lockstep.app.cli.shell.Colors;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.CommandFailures;
import dev.lockstep.app.cli.shell.Logging;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.SettingOptions;
import dev.lockstep.app.cli.shell.Version;
import dev.lockstep.app.cli.shell.WrongValue;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.value.LogLevel;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.PlatformFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Root command: parent of all commands, with the options that every command takes. */
@Command(
        name = "lockstep",
        description = "Self-hosted trading platform: no order is lost, none is sent twice.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        descriptionHeading = "",
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true)
public final class Lockstep implements Runnable {
    @Mixin private final CommandContext context;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the command before it runs
    private Lockstep(CommandContext context) {
        this.context = context;
    }

    /** Returns the complete command line. */
    public static CommandLine commandLine(
            ProcessEnvironment processEnvironment, PlatformFactory platforms) {
        return commandLine(processEnvironment, platforms, List.of());
    }

    /**
     * Returns the part of the command line that a call needs.
     *
     * @param call the arguments of the call
     */
    public static CommandLine commandLine(
            ProcessEnvironment processEnvironment, PlatformFactory platforms, List<String> call) {
        Lockstep root = new Lockstep(new CommandContext(processEnvironment, platforms));
        CommandContext context = root.context;
        CommandLine line = new CommandLine(root);
        context.settingOptions().addTo(line.getCommandSpec());
        new Commands(context).addTo(line, call);
        Optional.ofNullable(line.getSubcommands().get("run"))
                .ifPresent(run -> SettingOptions.show(run.getCommandSpec()));
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes())
                .footer(
                        "%n'lockstep config show' lists all settings. Each is also an option, such"
                                + " as --sync-interval 2s.");
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, WrongValue.paths());
        line.setParameterExceptionHandler((wrong, arguments) ->
                CommandFailures.wrongUsage(
                        wrong,
                        context::called,
                        Colors.scheme(List.of(arguments), processEnvironment),
                        () -> commandLine(processEnvironment, platforms)));
        line.setExecutionExceptionHandler((failure, command, _) ->
                CommandFailures.failed(failure, command, context.verbose()));
        line.setExecutionStrategy(parsed -> {
            context.paint(line);
            Output.use(processEnvironment.zone(), parsed);
            Logging.set(context.verbose() ? LogLevel.DEBUG : LogLevel.WARN);
            return new CommandLine.RunLast().execute(parsed);
        });
        return line;
    }

    /** Runs a command; prints no stack trace, even if the JVM fails. */
    public static int run(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error broken) {
            line.getErr().println("lockstep: fatal error: " + broken);
            line.getErr().flush();
            return ExitCode.BUG.number();
        }
    }

    @Override
    public void run() {
        throw WrongValue.missingCommand(spec);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values())
                .forEach(code -> codes.put(String.valueOf(code.number()), code.meaning()));
        return codes;
    }
}
