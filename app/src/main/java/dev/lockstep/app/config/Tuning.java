package dev.lockstep.app.config;

import dev.lockstep.app.config.value.LogLevel;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;

/**
 * How everything runs that is no question of whose money it is.
 *
 * @param store how the database is used
 * @param timings how long things may take at the broker
 * @param rateBudget requests to the broker in a minute; 0 for as many as come until it objects
 * @param schedule how often the trading loop does what
 * @param web where the screen is served
 * @param logLevel how much is logged
 */
public record Tuning(
        StoreTuning store,
        Timings timings,
        int rateBudget,
        LoopSchedule schedule,
        WebSettings web,
        LogLevel logLevel) {
    /** What suits the folder's own simulator, which takes as many requests as come. */
    public static Tuning ofOwnSimulator() {
        return new Tuning(
                StoreTuning.usual(),
                Timings.ofOwnSimulator(),
                0,
                LoopSchedule.usual(),
                WebSettings.usual(),
                LogLevel.WARN);
    }
}
