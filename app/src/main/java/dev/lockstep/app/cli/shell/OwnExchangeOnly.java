package dev.lockstep.app.cli.shell;

import dev.lockstep.app.config.Setting;
import dev.lockstep.app.config.TradingSettings;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import java.util.List;

/**
 * Refuses the options that name an account or a store where a command trades on a simulated
 * exchange and in a folder of its own: a command that ignored them would seem to follow them.
 */
public final class OwnExchangeOnly {
    private static final List<Setting<?>> NAMES_OTHERS =
            List.of(
                    TradingSettings.MODE,
                    TradingSettings.BASE_URL,
                    TradingSettings.KEY_FILE,
                    TradingSettings.LIVE_TRADING,
                    TradingSettings.STORE,
                    TradingSettings.STORE_PASSWORD_FILE);

    private OwnExchangeOnly() {}

    /**
     * Requires that none of them was given.
     *
     * @param command the word of the command, such as {@code demo}
     * @throws CommandEnd if one was
     */
    public static void require(CommandContext context, String command) {
        for (Setting<?> setting : NAMES_OTHERS) {
            context.given(setting)
                    .ifPresent(value -> {
                        throw new CommandEnd(
                                ExitCode.USAGE,
                                setting.flag()
                                        + ": "
                                        + value
                                        + " (expected: not given; '"
                                        + command
                                        + "' trades on a simulated exchange and keeps its orders"
                                        + " in a folder of its own)");
                    });
        }
    }
}
