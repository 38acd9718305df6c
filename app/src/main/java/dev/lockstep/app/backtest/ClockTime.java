package dev.lockstep.app.backtest;

import dev.lockstep.simulator.ExchangeSteps;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets time pass by the clock, from the bot's first request on, for a bot that sleeps. */
final class ClockTime {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration SAMPLE = Duration.ofMinutes(1);

    private final BacktestSession session;
    private final BacktestPlan plan;
    private final ExchangeSteps steps;
    private final BigDecimal speed;

    ClockTime(BacktestSession session, BigDecimal speed) {
        this.session = session;
        this.plan = session.plan();
        this.steps = session.steps();
        this.speed = speed;
    }

    /** Runs until the end of the plan, or until the backtest ends before. */
    BacktestEnd run() throws InterruptedException {
        Optional<BacktestEnd> end =
                session.await(
                        steps::contacted,
                        () -> "it has made no request and opened no stream (APCA_API_BASE_URL)");
        if (end.isEmpty()) {
            steps.runAt(speed);
        }
        Instant sampled = steps.time();
        while (end.isEmpty()) {
            if (!steps.time().isBefore(plan.until()) || steps.next() == null) {
                return new BacktestEnd.Complete();
            }
            session.pause(LOOK);
            Instant now = steps.time();
            if (!now.isBefore(sampled.plus(SAMPLE))) {
                session.record(now);
                sampled = now;
            }
            end = session.end();
        }
        return end.get();
    }
}
