package dev.lockstep.app.cli;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.Surroundings;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.exit.ExitCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
            names = "--mode",
            paramLabel = "MODE",
            scope = ScopeType.INHERIT,
            description =
                    "sim: a simulator on this machine; paper, live: Alpaca, with keys in"
                            + " $APCA_API_KEY_ID and $APCA_API_SECRET_KEY (default: what the"
                            + " folder belongs to, else sim).")
    private @Nullable String mode;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The broker's address instead of the usual (or $LOCKSTEP_BASE_URL).")
    private @Nullable String baseUrl;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Read the keys from FILE, which only its owner may read.")
    private @Nullable Path keyFile;

    @Option(
            names = "--live-trading",
            paramLabel = "WORDS",
            scope = ScopeType.INHERIT,
            description = "Switches mode live on; WORDS must be \"" + Settings.LIVE_WORDS + "\".")
    private @Nullable String liveWords;

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
        Lockstep root = new Lockstep(surroundings);
        CommandLine line = new CommandLine(root);
        Commands.addTo(line, root);
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Failures::wrongUsage);
        line.setExecutionExceptionHandler(
                (failure, command, _) -> Failures.failed(failure, command, root.verbose));
        line.setExecutionStrategy(parsed -> {
            Logging.set(root.verbose);
            return new CommandLine.RunLast().execute(parsed);
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Settings settings() {
        return Settings.of(options(), surroundings.environment(), surroundings.home());
    }

    DataFolder folder() {
        return options().folder(surroundings.environment(), surroundings.home());
    }

    /** The mode that was named, empty where none was. */
    Optional<TradingMode> namedMode() {
        return options().namedMode();
    }

    /** Where the orders of a mode go. */
    String broker(TradingMode mode) {
        return options().broker(mode, surroundings.environment());
    }

    boolean folderNamed() {
        return data != null;
    }

    private Settings.Options options() {
        return new Settings.Options(data, mode, baseUrl, keyFile, liveWords);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values())
                .forEach(code -> codes.put(String.valueOf(code.number()), code.meaning()));
        return codes;
    }
}
