package dev.lockstep.app.backtest;

import dev.lockstep.simulator.ExchangeSteps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves time from bar to bar, each time after the bot has handled the one before. */
final class SteppedTime {
    private static final Duration MAX_STEP = Duration.ofMinutes(1);
    private static final int MAX_UNFINISHED_IN_A_ROW = 3;

    private final BacktestSession session;
    private final BacktestPlan plan;
    private final ExchangeSteps steps;
    private final Instant first;
    private long unfinishedSteps;
    private int unfinishedInARow;

    SteppedTime(BacktestSession session) {
        this.session = session;
        this.plan = session.plan();
        this.steps = session.steps();
        this.first = steps.time();
    }

    /** Runs until the end of the plan, or until the backtest ends before. */
    BacktestEnd run() throws InterruptedException {
        Optional<BacktestEnd> end = awaitSubscription();
        long start = session.clock().nanoTime();
        settle();
        while (end.isEmpty()) {
            Instant next = steps.next();
            end = unfinishedInARow < MAX_UNFINISHED_IN_A_ROW ? session.end() : Optional.of(stuck());
            if (end.isEmpty() && (next == null || next.isAfter(plan.until()))) {
                return new BacktestEnd.Complete();
            }
            if (end.isEmpty() && next != null) {
                steps.advanceTo(next);
                settle();
                session.record(next);
                end = pauseUntil(Duration.between(first, next), start);
            }
        }
        return end.get();
    }

    /** Keeps the pace and waits for a subscription; afterwards the bot is done again. */
    private Optional<BacktestEnd> pauseUntil(Duration passed, long start)
            throws InterruptedException {
        boolean paused = plan.speed() != null || !steps.watched();
        keepPace(passed, start);
        Optional<BacktestEnd> end = awaitSubscription();
        if (paused) {
            settle();
        }
        return end;
    }

    /** Returns the number of steps at which the bot was not done within a minute. */
    long unfinishedSteps() {
        return unfinishedSteps;
    }

    private Optional<BacktestEnd> awaitSubscription() throws InterruptedException {
        return session.await(
                steps::watched,
                () ->
                        "it has made "
                                + steps.requests()
                                + " requests, has "
                                + steps.streams()
                                + " streams open and has not subscribed to market data (/v2/iex,"
                                + " /v2/sip, /v1beta3/crypto/us or /v1beta1/news); a bot that polls"
                                + " and sleeps needs --sleepers");
    }

    private void settle() throws InterruptedException {
        WaitNotice notice = session.notice();
        boolean done =
                steps.settle(
                        plan.quiet(),
                        MAX_STEP,
                        session.clock()::nanoTime,
                        () -> {
                            notice.check(this::waitingFor);
                            return !session.interrupted();
                        });
        if (done) {
            unfinishedInARow = 0;
        } else if (!session.interrupted()) {
            unfinishedSteps++;
            unfinishedInARow++;
        }
    }

    private String waitingFor() {
        String at = " at " + steps.time();
        if (steps.unreadStreams() > 0) {
            return "it has not read its messages on "
                    + steps.unreadStreams()
                    + " of "
                    + steps.streams()
                    + " streams"
                    + at;
        }
        return steps.requestInProgress()
                ? "a request is in progress" + at
                : "it keeps making requests, " + steps.requests() + " so far," + at;
    }

    private static BacktestEnd stuck() {
        return new BacktestEnd.GaveUp("the bot was ended: it had not been done for 3 minutes");
    }

    private void keepPace(Duration passed, long start) throws InterruptedException {
        BigDecimal speed = plan.speed();
        if (speed != null) {
            long nanos =
                    BigDecimal.valueOf(passed.toNanos())
                            .divide(speed, 0, RoundingMode.DOWN)
                            .longValueExact();
            session.pause(Duration.ofNanos(nanos).minus(session.clock().since(start)));
        }
    }
}
