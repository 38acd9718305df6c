package dev.lockstep.app.backtest;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.domain.port.MonotonicClock;
import dev.lockstep.simulator.AccountRecords;
import dev.lockstep.simulator.ExchangeSteps;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a bot against an exchange of its own. Time moves from bar to bar, each time after the bot
 * has read its streams and has had its requests answered, so that a deterministic bot gets the same
 * result in each run; with a bot that sleeps it passes by the clock.
 */
public final class Backtest {
    private static final Duration MAX_SILENCE = Duration.ofMinutes(5);
    private static final Duration MAX_STEP = Duration.ofMinutes(1);
    private static final int MAX_UNFINISHED_IN_A_ROW = 3;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration SAMPLE = Duration.ofMinutes(1);

    private final BacktestPlan plan;
    private final SimulatorConfig config;
    private final MonotonicClock clock;
    private final Pause pause;
    private final Progress progress;
    private final EquityCurve curve = new EquityCurve();
    private long unfinishedSteps;
    private int unfinishedInARow;

    /**
     * Creates it.
     *
     * @param config the exchange, with a single account
     */
    public Backtest(
            BacktestPlan plan,
            SimulatorConfig config,
            MonotonicClock clock,
            Pause pause,
            Progress progress) {
        this.plan = plan;
        this.config = config;
        this.clock = clock;
        this.pause = pause;
        this.progress = progress;
    }

    /**
     * Runs the bot until the end of the plan, or until it ends.
     *
     * @param output receives each line that the bot prints
     * @throws CommandEnd if the bot cannot be started, or does not begin
     */
    public BacktestResult run(Consumer<String> output) throws InterruptedException {
        try (Simulator simulator = Simulator.start(config)) {
            AccountRecords account = simulator.account(config.keys().getFirst().account());
            account.chargeRegulatoryFees();
            ExchangeSteps steps = simulator.steps();
            if (plan.from().isAfter(steps.time())) {
                progress.phase("playing the bars before " + plan.from());
                steps.advanceTo(plan.from());
            }
            Instant began = steps.time();
            curve.add(began, account.value());
            progress.phase("backtest");
            Integer exit = played(simulator, steps, account, output);
            if (exit == null && plan.until().isAfter(steps.time())) {
                steps.advanceTo(plan.until());
                curve.add(steps.time(), account.value());
            }
            if (exit != null && curve.steps() == 1) {
                output.accept("the bot ended before it had subscribed to market data");
            }
            return new BacktestResult(
                    began,
                    steps.time(),
                    exit,
                    unfinishedSteps,
                    account.value(),
                    account.positions(),
                    account.trades(),
                    account.fees(),
                    curve);
        }
    }

    /** Returns the exit code of a bot that ended by itself, null if it ran to the end. */
    private @Nullable Integer played(
            Simulator simulator,
            ExchangeSteps steps,
            AccountRecords account,
            Consumer<String> output)
            throws InterruptedException {
        try (BotProcess bot =
                BotProcess.start(
                        plan.command(), simulator.uri(), config.keys().getFirst(), output)) {
            if (plan.sleepers()) {
                playByClock(bot, steps, account);
            } else {
                playStepByStep(bot, steps, account, output);
            }
            return bot.alive() ? null : Integer.valueOf(bot.exitCode());
        }
    }

    private void playStepByStep(
            BotProcess bot, ExchangeSteps steps, AccountRecords account, Consumer<String> output)
            throws InterruptedException {
        Instant first = steps.time();
        long start = 0;
        while (bot.alive()) {
            if (!steps.watched()) {
                awaitWatching(bot, steps);
                start = start == 0 ? clock.nanoTime() : start;
            }
            settle(steps);
            if (unfinishedInARow >= MAX_UNFINISHED_IN_A_ROW) {
                output.accept("the bot has not been done for 3 minutes: it is ended");
                return;
            }
            Instant next = steps.next();
            if (next == null || next.isAfter(plan.until()) || !bot.alive()) {
                return;
            }
            steps.advanceTo(next);
            settle(steps);
            curve.add(next, account.value());
            show(first, next);
            keepPace(Duration.between(first, next), start);
        }
    }

    private void settle(ExchangeSteps steps) {
        if (steps.settle(plan.quiet(), MAX_STEP, clock::nanoTime)) {
            unfinishedInARow = 0;
        } else {
            unfinishedSteps++;
            unfinishedInARow++;
        }
    }

    /** Waits until the bot has subscribed to market data. */
    private void awaitWatching(BotProcess bot, ExchangeSteps steps) throws InterruptedException {
        long requests = steps.requests();
        long since = clock.nanoTime();
        while (bot.alive() && !steps.watched()) {
            if (steps.requests() != requests) {
                requests = steps.requests();
                since = clock.nanoTime();
            }
            if (clock.since(since).compareTo(MAX_SILENCE) > 0) {
                throw new CommandEnd(
                        ExitCode.NO,
                        "the bot has no market data stream and has made no request for 5 minutes"
                                + " (a bot that polls and sleeps needs --sleepers)");
            }
            pause.of(LOOK);
        }
    }

    private void keepPace(Duration passed, long start) throws InterruptedException {
        BigDecimal speed = plan.speed();
        if (speed == null) {
            return;
        }
        long nanos =
                BigDecimal.valueOf(passed.toNanos())
                        .divide(speed, 0, RoundingMode.DOWN)
                        .longValueExact();
        Duration ahead = Duration.ofNanos(nanos).minus(clock.since(start));
        if (ahead.isPositive()) {
            pause.of(ahead);
        }
    }

    private void playByClock(BotProcess bot, ExchangeSteps steps, AccountRecords account)
            throws InterruptedException {
        Instant first = steps.time();
        Instant sampled = first;
        while (bot.alive() && steps.time().isBefore(plan.until()) && steps.next() != null) {
            pause.of(LOOK);
            Instant now = steps.time();
            if (!now.isBefore(sampled.plus(SAMPLE))) {
                curve.add(now, account.value());
                show(first, now);
                sampled = now;
            }
        }
    }

    private void show(Instant first, Instant now) {
        progress.at(
                Duration.between(first, now).toMinutes(),
                Duration.between(first, plan.until()).toMinutes());
    }
}
