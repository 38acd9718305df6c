package dev.lockstep.app.config;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.value.InvalidValueException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command works on: the options, the environment and the folder's own note, put together.
 *
 * @param folder the data folder
 * @param mode whose money
 * @param address where the broker is; empty for the folder's own simulator
 * @param keys the keys to it
 */
public record Settings(DataFolder folder, TradingMode mode, Optional<URI> address, ApiKeys keys) {
    /** Sets the broker's address where no option does. */
    public static final String ADDRESS_VARIABLE = "LOCKSTEP_BASE_URL";

    /** Switches live trading on where no option does. */
    public static final String LIVE_VARIABLE = "LOCKSTEP_LIVE_TRADING";

    /** The words that switch live trading on. */
    public static final String LIVE_WORDS = "this is real money";

    /** Puts the settings together. */
    public static Settings of(Options options, Map<String, String> environment, Path home) {
        DataFolder folder = options.folder(environment, home);
        TradingMode mode = options.mode(FolderBinding.read(folder).map(FolderBinding::mode));
        Optional<URI> address = options.address(mode, environment);
        if (mode == TradingMode.LIVE) {
            requireLiveWords(options.liveTrading(environment));
        }
        ApiKeys keys =
                mode == TradingMode.SIM
                        ? ApiKeys.OF_SIMULATOR
                        : ApiKeys.found(Optional.ofNullable(options.keyFile()), environment);
        return new Settings(folder, mode, address, keys);
    }

    /** How long things may take. */
    public Timings timings() {
        return address.isEmpty() ? Timings.ofOwnSimulator() : Timings.ofBroker();
    }

    private static void requireLiveWords(String words) {
        if (!words.strip().equals(LIVE_WORDS)) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "mode live trades with real money; to switch it on add --live-trading \""
                            + LIVE_WORDS
                            + "\" or set "
                            + LIVE_VARIABLE);
        }
    }

    /**
     * The options as they were given, null where one was not.
     *
     * @param data the data folder
     * @param mode the mode
     * @param baseUrl the broker's address
     * @param keyFile a file with the keys
     * @param liveWords the words that switch live trading on
     */
    public record Options(
            @Nullable Path data,
            @Nullable String mode,
            @Nullable String baseUrl,
            @Nullable Path keyFile,
            @Nullable String liveWords) {

        /** The data folder. */
        public DataFolder folder(Map<String, String> environment, Path home) {
            return data == null ? DataFolder.usual(environment, home) : new DataFolder(data);
        }

        /** The mode that was named, empty where none was. */
        public Optional<TradingMode> namedMode() {
            return Optional.ofNullable(mode).map(TradingMode::of);
        }

        /** Where the orders of a mode go, as a folder's note says it. */
        public String broker(TradingMode known, Map<String, String> environment) {
            return address(known, environment)
                    .map(URI::toString)
                    .orElse(FolderBinding.OWN_SIMULATOR);
        }

        private TradingMode mode(Optional<TradingMode> ofFolder) {
            return mode == null ? ofFolder.orElse(TradingMode.SIM) : TradingMode.of(mode);
        }

        private String liveTrading(Map<String, String> environment) {
            return liveWords == null ? environment.getOrDefault(LIVE_VARIABLE, "") : liveWords;
        }

        private Optional<URI> address(TradingMode known, Map<String, String> environment) {
            String text =
                    baseUrl == null ? environment.getOrDefault(ADDRESS_VARIABLE, "") : baseUrl;
            if (!text.isBlank()) {
                return Optional.of(BrokerAddress.of(text, known));
            }
            if (baseUrl != null) {
                throw new InvalidValueException("base-url", "empty", "an address");
            }
            return known == TradingMode.SIM
                    ? Optional.empty()
                    : Optional.of(BrokerAddress.usual(known));
        }
    }
}
