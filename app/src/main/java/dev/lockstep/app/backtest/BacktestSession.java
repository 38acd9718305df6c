package dev.lockstep.app.backtest;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.domain.port.MonotonicClock;
import dev.lockstep.domain.value.TimeSpan;
import dev.lockstep.simulator.AccountRecords;
import dev.lockstep.simulator.ExchangeSteps;
import dev.lockstep.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A running backtest: its exchange, its bot, and the equity so far. Waits for the bot with a time
 * limit, and ends with the bot or by a signal. For one thread.
 */
final class BacktestSession {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final BacktestPlan plan;
    private final Simulator simulator;
    private final AccountRecords account;
    private final BotProcess bot;
    private final EquityCurve curve;
    private final Environment environment;
    private final Instant first;
    private final Set<String> reported = new TreeSet<>();

    /**
     * What a backtest needs besides its plan.
     *
     * @param output receives the lines to print
     */
    record Environment(
            MonotonicClock clock,
            Pause pause,
            Progress progress,
            Consumer<String> output,
            Interruption interruption) {}

    BacktestSession(
            BacktestPlan plan,
            Simulator simulator,
            AccountRecords account,
            BotProcess bot,
            EquityCurve curve,
            Environment environment) {
        this.plan = plan;
        this.simulator = simulator;
        this.account = account;
        this.bot = bot;
        this.curve = curve;
        this.environment = environment;
        this.first = simulator.steps().time();
    }

    BacktestPlan plan() {
        return plan;
    }

    ExchangeSteps steps() {
        return simulator.steps();
    }

    MonotonicClock clock() {
        return environment.clock();
    }

    WaitNotice notice() {
        return new WaitNotice(environment.clock(), environment.output());
    }

    boolean interrupted() {
        return environment.interruption().happened();
    }

    /** Returns the end, if a signal came or the bot has ended. */
    Optional<BacktestEnd> end() {
        Optional<BacktestEnd> signal = environment.interruption().end();
        return signal.isPresent() || bot.alive()
                ? signal
                : Optional.of(new BacktestEnd.BotEnded(bot.exitCode()));
    }

    /**
     * Waits until the bot has done something.
     *
     * @param waitingFor names what it has not done yet
     * @return the end, if there is no use in waiting any longer
     */
    Optional<BacktestEnd> await(BooleanSupplier done, Supplier<String> waitingFor)
            throws InterruptedException {
        WaitNotice notice = notice();
        while (!done.getAsBoolean()) {
            Optional<BacktestEnd> end = end();
            if (end.isPresent()) {
                return end;
            }
            if (notice.waited().compareTo(plan.maxWait()) > 0) {
                String after = " after " + TimeSpan.words(plan.maxWait()) + " (--wait): ";
                return Optional.of(
                        new BacktestEnd.GaveUp("the bot was ended" + after + waitingFor.get()));
            }
            notice.check(waitingFor);
            environment.pause().of(LOOK);
        }
        return Optional.empty();
    }

    /** Waits for a time, shorter if the backtest ends. */
    void pause(Duration time) throws InterruptedException {
        long since = clock().nanoTime();
        Duration left = time;
        while (left.isPositive() && end().isEmpty()) {
            environment.pause().of(left.compareTo(LOOK) < 0 ? left : LOOK);
            left = time.minus(clock().since(since));
        }
    }

    /** Adds the account's value to the curve, and shows the progress. */
    void record(Instant at) {
        curve.add(at, account.value());
        environment
                .progress()
                .at(
                        Duration.between(first, at).toMinutes(),
                        Duration.between(first, plan.until()).toMinutes());
        for (String symbol : simulator.unlistedSymbols()) {
            if (reported.add(symbol)) {
                environment
                        .output()
                        .accept(
                                symbol
                                        + " has no bars in "
                                        + plan.prices()
                                        + ": its orders are rejected, its market data is empty");
            }
        }
    }
}
