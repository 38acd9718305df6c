package dev.lockstep.app.backtest;

/** How a backtest ended. */
public sealed interface BacktestEnd {
    /** All its steps were made. */
    record Complete() implements BacktestEnd {}

    /** The bot ended by itself before. */
    record BotEnded(int exitCode) implements BacktestEnd {}

    /**
     * A signal ended it.
     *
     * @param signal such as {@code SIGTERM}
     */
    record Interrupted(String signal) implements BacktestEnd {}

    /**
     * The bot was ended, because it exceeded the time limit.
     *
     * @param reason the limit that was exceeded, as a sentence
     */
    record GaveUp(String reason) implements BacktestEnd {}

    /** Returns the end in words. */
    default String text() {
        return switch (this) {
            case Complete _ -> "complete";
            case BotEnded(int exitCode) -> "the bot ended with exit code " + exitCode;
            case Interrupted(String signal) -> "interrupted by " + signal;
            case GaveUp(String reason) -> reason;
        };
    }
}
