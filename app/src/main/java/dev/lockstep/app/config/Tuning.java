package dev.lockstep.app.config;

import dev.lockstep.app.config.value.LogLevel;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All settings that do not depend on the account.
 *
 * @param store settings of the database
 * @param timings timeouts
 * @param rateBudget requests to the broker in a minute; 0 for no limit
 * @param schedule the intervals of the trading loop
 * @param web settings of the web server
 * @param gateway settings of the gateway for bots
 * @param tls the files of the certificate, empty to serve without TLS
 * @param notifications the file with the channels of notifications, empty for the default one
 * @param logLevel the log level
 */
public record Tuning(
        StoreTuning store,
        Timings timings,
        int rateBudget,
        LoopSchedule schedule,
        WebSettings web,
        GatewaySettings gateway,
        Optional<TlsFiles> tls,
        Optional<Path> notifications,
        LogLevel logLevel) {
    /** Returns the same with the orders in the data folder. */
    Tuning inFolder() {
        return new Tuning(
                store.inFolder(),
                timings,
                rateBudget,
                schedule,
                web,
                gateway,
                tls,
                notifications,
                logLevel);
    }

    /** Returns the defaults for the folder's own simulator, which has no rate limit. */
    public static Tuning ofOwnSimulator() {
        return new Tuning(
                StoreTuning.defaults(),
                Timings.ofOwnSimulator(),
                0,
                LoopSchedule.defaults(),
                WebSettings.defaults(),
                GatewaySettings.defaults(),
                Optional.empty(),
                Optional.empty(),
                LogLevel.WARN);
    }
}
