package dev.lockstep.app.backtest;

import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest runs.
 *
 * @param command the bot's program and its arguments
 * @param prices a description of where its prices come from
 * @param from when the bot starts, in the exchange's time
 * @param until when it ends, after {@code from}
 * @param speed seconds at the exchange for each real second; null for as fast as the bot goes
 * @param sleepers whether time passes by the clock, for a bot that sleeps; needs a speed
 * @param quiet the real time without a request after which the bot counts as done with a step
 * @param maxWait how long the bot is waited for before time passes, and when it unsubscribes
 */
public record BacktestPlan(
        List<String> command,
        String prices,
        Instant from,
        Instant until,
        @Nullable BigDecimal speed,
        boolean sleepers,
        Duration quiet,
        Duration maxWait) {
    /** The shortest {@code maxWait}. */
    public static final Duration MIN_WAIT = Duration.ofSeconds(1);

    /** The longest {@code maxWait}. */
    public static final Duration MAX_WAIT = Duration.ofHours(24);

    /** The longest {@code quiet}. */
    public static final Duration MAX_QUIET = Duration.ofSeconds(10);

    public BacktestPlan {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new InvalidValueException("command", "none", "the bot's program, after --");
        }
        if (!until.isAfter(from)) {
            throw new InvalidValueException("to", until, "after from " + from);
        }
        if (speed != null && speed.signum() <= 0) {
            throw new InvalidValueException("speed", speed, "> 0, or max");
        }
        if (sleepers && speed == null) {
            throw new InvalidValueException(
                    "speed", "max", "a number, since --sleepers lets time pass by the clock");
        }
        if (quiet.isNegative() || quiet.compareTo(MAX_QUIET) > 0) {
            throw new InvalidValueException("quiet", quiet, "0ms to 10s");
        }
        if (maxWait.compareTo(MIN_WAIT) < 0 || maxWait.compareTo(MAX_WAIT) > 0) {
            throw new InvalidValueException("wait", maxWait, "1s to 24h");
        }
    }
}
