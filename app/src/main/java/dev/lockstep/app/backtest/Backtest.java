package dev.lockstep.app.backtest;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.domain.port.MonotonicClock;
import dev.lockstep.simulator.AccountRecords;
import dev.lockstep.simulator.ExchangeSteps;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Runs a bot against an exchange of its own. Time moves from bar to bar, each time after the bot
 * has read its streams and has had its requests answered, so that a deterministic bot gets the same
 * result in each run; with a bot that sleeps it passes by the clock.
 */
public final class Backtest {
    private final BacktestPlan plan;
    private final SimulatorConfig config;
    private final BacktestSession.Environment environment;
    private final EquityCurve curve = new EquityCurve();
    private long unfinishedSteps;

    /**
     * Creates it.
     *
     * @param config the exchange, with a single account, whose clock stands still
     * @param output receives each line that the bot prints, and notices
     * @param interruption ends it before its time
     */
    public Backtest(
            BacktestPlan plan,
            SimulatorConfig config,
            MonotonicClock clock,
            Pause pause,
            Progress progress,
            Consumer<String> output,
            Interruption interruption) {
        this.plan = plan;
        this.config = config;
        this.environment =
                new BacktestSession.Environment(clock, pause, progress, output, interruption);
    }

    /**
     * Runs the bot until the end of the plan, until it ends, or until the interruption.
     *
     * @throws CommandEnd if the bot cannot be started
     */
    public BacktestResult run() throws InterruptedException {
        try (Simulator simulator = Simulator.start(config)) {
            AccountRecords account = simulator.account(config.keys().getFirst().account());
            account.chargeRegulatoryFees();
            ExchangeSteps steps = simulator.steps();
            if (plan.from().isAfter(steps.time())) {
                environment.progress().phase("playing the bars before " + plan.from());
                steps.advanceTo(plan.from());
            }
            Instant began = steps.time();
            curve.add(began, account.value());
            environment.progress().phase("backtest");
            BacktestEnd end = played(simulator, account);
            if (end instanceof BacktestEnd.Complete && plan.until().isAfter(steps.time())) {
                steps.advanceTo(plan.until());
                curve.add(steps.time(), account.value());
            }
            return new BacktestResult(
                    plan.prices(),
                    began,
                    steps.time(),
                    end,
                    unfinishedSteps,
                    account.value(),
                    account.positions(),
                    account.trades(),
                    account.fees(),
                    simulator.unlistedSymbols(),
                    curve);
        }
    }

    private BacktestEnd played(Simulator simulator, AccountRecords account)
            throws InterruptedException {
        try (BotProcess bot =
                BotProcess.start(
                        plan.command(),
                        simulator.uri(),
                        config.keys().getFirst(),
                        environment.output())) {
            BacktestSession session =
                    new BacktestSession(plan, simulator, account, bot, curve, environment);
            BigDecimal speed = plan.speed();
            BacktestEnd end =
                    plan.sleepers() && speed != null
                            ? new ClockTime(session, speed).run()
                            : stepped(session);
            if (end instanceof BacktestEnd.BotEnded && curve.steps() == 1) {
                environment.output().accept("the bot ended before time began to pass");
            }
            // Ctrl-C reaches the bot as well, and it may be the first to end.
            return environment.interruption().end().orElse(end);
        }
    }

    private BacktestEnd stepped(BacktestSession session) throws InterruptedException {
        SteppedTime time = new SteppedTime(session);
        BacktestEnd end = time.run();
        unfinishedSteps = time.unfinishedSteps();
        return end;
    }
}
