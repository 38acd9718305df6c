package dev.lockstep.app.cli.setup;

import dev.lockstep.app.view.body.AccountBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What setup did, without any key, in JSON.
 *
 * @param mode the trading mode
 * @param settings the file of the settings
 * @param keyFile the file that has the keys, null in mode sim
 * @param account the account at the broker, null in mode sim
 * @param limits the limits that were set, by name
 */
record SetupBody(
        String mode,
        String settings,
        @Nullable String keyFile,
        @Nullable AccountBody account,
        Map<String, String> limits) {}
