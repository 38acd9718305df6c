package dev.lockstep.app.cli;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.Flags;
import dev.lockstep.app.config.LogLevel;
import dev.lockstep.app.config.SettingKey;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.Surroundings;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.value.InvalidValueException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that all others hang below, with the options that all of them take. */
@Command(
        name = "lockstep",
        description = "One place where orders live: never lost, never sent twice.",
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
    private final Surroundings surroundings;
    private final SettingOptions settingOptions = new SettingOptions();

    @Spec private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "The folder with the database and all else that belongs to one account"
                            + " (default: $LOCKSTEP_DATA, else ~/.lockstep).")
    private @Nullable Path data;

    @Option(
            names = Colors.FLAG,
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description =
                    "auto, always or never (or $LOCKSTEP_COLOR; $NO_COLOR is never; default: auto,"
                            + " which is at a terminal only).")
    private @Nullable String color;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Log more to stderr, and say where a mistake in Lockstep happened.")
    private boolean verbose;

    @SuppressWarnings("NullAway.Init") // picocli sets the command before it runs
    private Lockstep(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The whole command line, ready to run. */
    public static CommandLine commandLine(Surroundings surroundings) {
        return commandLine(surroundings, List.of());
    }

    /**
     * The part of the command line that a call needs.
     *
     * @param call the arguments that it will be run with
     */
    public static CommandLine commandLine(Surroundings surroundings, List<String> call) {
        Lockstep root = new Lockstep(surroundings);
        CommandLine line = new CommandLine(root);
        root.settingOptions.addTo(line.getCommandSpec());
        new Commands(root).addTo(line, call);
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes())
                .footer(
                        "%nEvery setting is an option of every command too, such as --sync-interval"
                                + " 2s: 'lockstep config show' lists them.");
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, WrongValue.paths());
        line.setParameterExceptionHandler((wrong, arguments) ->
                Failures.wrongUsage(
                        wrong,
                        Colors.scheme(List.of(arguments), surroundings),
                        () -> commandLine(surroundings)));
        line.setExecutionExceptionHandler(
                (failure, command, _) -> Failures.failed(failure, command, root.verbose));
        line.setExecutionStrategy(parsed -> {
            root.paint(line);
            Logging.set(root.verbose ? LogLevel.DEBUG : LogLevel.WARN);
            return new CommandLine.RunLast().execute(parsed);
        });
        return line;
    }

    /** Runs a command; not even a broken JVM answers with a stack trace. */
    public static int run(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error broken) {
            line.getErr().println("lockstep: it cannot go on: " + broken);
            line.getErr().flush();
            return ExitCode.BUG.number();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private void paint(CommandLine line) {
        try {
            line.setColorScheme(Colors.scheme(color, surroundings));
        } catch (InvalidValueException wrong) {
            throw new ParameterException(line, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    Surroundings surroundings() {
        return surroundings;
    }

    SettingOptions settingOptions() {
        return settingOptions;
    }

    Settings settings() {
        return logged(Settings.of(flags(), surroundings.environment(), surroundings.home()));
    }

    /** Enough for the orders alone: neither keys nor the words for live trading are asked for. */
    Settings bookSettings() {
        return logged(Settings.ofBook(flags(), surroundings.environment(), surroundings.home()));
    }

    private Settings logged(Settings settings) {
        Logging.set(verbose ? LogLevel.DEBUG : settings.tuning().logLevel());
        return settings;
    }

    Settings.Shown shownSettings() {
        return Settings.shown(flags(), surroundings.environment(), surroundings.home());
    }

    DataFolder folder() {
        return flags().folder(surroundings.environment(), surroundings.home());
    }

    /** The mode that was named, empty where none was. */
    Optional<TradingMode> namedMode() {
        return Optional.ofNullable(settingOptions.given().get(SettingKey.MODE))
                .map(TradingMode::of);
    }

    /** Where the orders of a mode go, as a folder's note says it. */
    String broker(TradingMode mode) {
        return Settings.broker(
                flags().with(SettingKey.MODE, mode.word()),
                surroundings.environment(),
                surroundings.home());
    }

    boolean folderNamed() {
        return data != null;
    }

    private Flags flags() {
        return new Flags(data, settingOptions.given());
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values())
                .forEach(code -> codes.put(String.valueOf(code.number()), code.meaning()));
        return codes;
    }
}
