package dev.lockstep.app.cli.shell;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.Flags;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Setting;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.config.TradingSettings;
import dev.lockstep.app.config.value.LogLevel;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.domain.value.InvalidValueException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The context of a command: the options that every command takes, the settings they make, and the
 * environment of the process. Not safe for use by several threads.
 */
public final class CommandContext {
    /** The options without which a command would be for another account or store. */
    private static final Set<Setting<?>> OF_ACCOUNT =
            Set.of(
                    TradingSettings.BASE_URL,
                    TradingSettings.KEY_FILE,
                    TradingSettings.STORE,
                    TradingSettings.STORE_PASSWORD_FILE);

    private static final String DATA_FLAG = "--data";
    private static final String VERBOSE_FLAG = "--verbose";

    private final ProcessEnvironment processEnvironment;
    private final PlatformFactory platforms;
    private final SettingOptions settingOptions = new SettingOptions();

    @Option(
            names = DATA_FLAG,
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Data folder with the database and everything else of one account "
                            + "(default: $LOCKSTEP_DATA, else ~/.lockstep).")
    private @Nullable Path data;

    @Option(
            names = Colors.FLAG,
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description =
                    "auto, always or never (default: $LOCKSTEP_COLOR, else auto: only "
                            + "at a terminal. $NO_COLOR means never).")
    private @Nullable String color;

    @Option(
            names = VERBOSE_FLAG,
            scope = ScopeType.INHERIT,
            description =
                    "Log more to stderr, and print the stack trace of an internal " + "error.")
    private boolean verbose;

    /** Names the store that is a file in the data folder. */
    public static final String IN_FOLDER = "sqlite";

    public CommandContext(ProcessEnvironment processEnvironment, PlatformFactory platforms) {
        this.processEnvironment = processEnvironment;
        this.platforms = platforms;
    }

    /**
     * Colours the output of a command line as {@code --color} asks.
     *
     * @throws ParameterException if the option has another value
     */
    public void paint(CommandLine line) {
        try {
            line.setColorScheme(Colors.scheme(color, processEnvironment));
        } catch (InvalidValueException wrong) {
            throw new ParameterException(line, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** Returns whether {@code --verbose} is given. */
    public boolean verbose() {
        return verbose;
    }

    /** Returns what opens the platform. */
    public PlatformFactory platforms() {
        return platforms;
    }

    public ProcessEnvironment processEnvironment() {
        return processEnvironment;
    }

    public SettingOptions settingOptions() {
        return settingOptions;
    }

    public Settings settings() {
        return logged(
                Settings.of(flags(), processEnvironment.environment(), processEnvironment.home()));
    }

    /**
     * Returns settings for the database only; needs neither keys nor the confirmation of live
     * trading.
     */
    public Settings bookSettings() {
        return logged(
                Settings.ofBook(
                        flags(), processEnvironment.environment(), processEnvironment.home()));
    }

    /**
     * Returns settings for the database at another place than the one that is set.
     *
     * @param store the address of the store; {@value #IN_FOLDER} for the file in the data folder
     */
    public Settings bookSettingsAt(String store) {
        return store.equals(IN_FOLDER)
                ? bookSettings().inFolder()
                : logged(
                        Settings.ofBook(
                                flags().with(TradingSettings.STORE, store),
                                processEnvironment.environment(),
                                processEnvironment.home()));
    }

    /** The settings of a mode that is not written anywhere yet, without its keys. */
    public Settings bookSettings(TradingMode mode) {
        return logged(
                Settings.ofBook(
                        flags().with(TradingSettings.MODE, mode.word()),
                        processEnvironment.environment(),
                        processEnvironment.home()));
    }

    private Settings logged(Settings settings) {
        Logging.set(verbose ? LogLevel.DEBUG : settings.tuning().logLevel());
        return settings;
    }

    public Settings.Shown shownSettings() {
        return Settings.shown(flags(), processEnvironment.environment(), processEnvironment.home());
    }

    public DataFolder folder() {
        return flags().folder(processEnvironment.environment(), processEnvironment.home());
    }

    /** The text of a setting that was given as an option. */
    public Optional<String> given(Setting<?> setting) {
        return Optional.ofNullable(settingOptions.given().get(setting));
    }

    /** Returns the mode that was named, empty where none was. */
    public Optional<TradingMode> namedMode() {
        return given(TradingSettings.MODE).map(TradingMode::of);
    }

    /** Returns where the orders of a mode are sent, by the folder's binding. */
    public String broker(TradingMode mode) {
        return Settings.broker(
                flags().with(TradingSettings.MODE, mode.word()),
                processEnvironment.environment(),
                processEnvironment.home());
    }

    /** Returns a command as the user would type it. */
    public String called(String command) {
        return processEnvironment.program().called() + " " + command;
    }

    /** Returns a command on a data folder as the user would type it. */
    public String called(String command, DataFolder folder) {
        return called(command, folder, Set.of(TradingSettings.STORE));
    }

    /** Returns a command for the same account and store as this one, as the user would type it. */
    public String continued(String command, DataFolder folder) {
        return called(command, folder, OF_ACCOUNT);
    }

    private String called(String command, DataFolder folder, Set<Setting<?>> repeated) {
        return called(command)
                + " "
                + DATA_FLAG
                + " "
                + quoted(folder.toString())
                + settingOptions.given().entrySet().stream()
                        .filter(each -> repeated.contains(each.getKey()))
                        .map(each -> " " + each.getKey().flag() + " " + quoted(each.getValue()))
                        .sorted()
                        .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return text.contains(" ") ? "'" + text + "'" : text;
    }

    public boolean folderNamed() {
        return data != null;
    }

    /**
     * Returns the options that every command takes, as far as they were given, with their texts.
     */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        if (data != null) {
            options.put(DATA_FLAG, data.toString());
        }
        if (color != null) {
            options.put(Colors.FLAG, color);
        }
        if (verbose) {
            options.put(VERBOSE_FLAG, "true");
        }
        settingOptions.given().forEach((key, text) -> options.put(key.flag(), text));
        return options;
    }

    private Flags flags() {
        return new Flags(data, settingOptions.given());
    }
}
