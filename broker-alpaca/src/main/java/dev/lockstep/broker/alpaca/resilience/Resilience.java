package dev.lockstep.broker.alpaca.resilience;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionAttemptedEvent;
import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.connection.Reply.Holder;
import dev.lockstep.broker.alpaca.connection.Statuses;
import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a request goes out, and whether it goes out again. From the outside in:
 *
 * <ol>
 *   <li><b>throttled</b> (every request): after a 429 the request was certainly not executed, so it
 *       goes out again when the server says, or by the schedule.
 *   <li><b>failed</b> (questions only): silence and server errors are asked again with growing,
 *       jittered waits. A change is never repeated for these: nobody knows whether it was executed,
 *       and only a look-up can tell.
 *   <li><b>budget</b> (every try): waits until the lane has a request left in this minute.
 *   <li><b>breaker</b> (every try): while the broker keeps failing, nothing but a trial now and
 *       then goes out. An order held back like this is known not to be sent, which is better than
 *       one of unknown fate.
 * </ol>
 *
 * <p>Cancels pass the budget and the breaker: they take risk away, and the worst that can come of
 * them is another refusal. A cancel that is repeated waits for nothing: it leaves half of the
 * budget to others, and is sent again later by whoever repeats it. There is no time-out here:
 * OkHttp bounds every call, without a thread of its own. An interrupt ends a wait and hands on the
 * last reply. Safe for use by several threads.
 */
public final class Resilience {
    private static final Logger LOG = LoggerFactory.getLogger(Resilience.class);
    private static final double JITTER = 0.25;

    private final Patience patience;
    private final RequestBudget budget;
    private final CircuitBreaker<Reply> breaker;
    private final Vitals vitals = new Vitals();
    private final PlatformClock clock;
    private final FailsafeExecutor<Reply> questions;
    private final FailsafeExecutor<Reply> changes;

    /** Builds the policies. */
    public Resilience(
            Patience patience, BreakerRule rule, RequestBudget budget, InstantSource clock) {
        this.patience = patience;
        this.budget = budget;
        this.clock = PlatformClock.of(clock);
        this.breaker = breaker(rule);
        RetryPolicy<Reply> throttled = throttled(patience);
        this.questions = Failsafe.with(throttled, failed(patience));
        this.changes = Failsafe.with(throttled);
    }

    /** Asks a question as often as it takes, within bounds. */
    public Reply ask(String words, Supplier<Reply> once) {
        return run(questions, () -> attempt(words, Lane.READ, once));
    }

    /** Sends a change: once, but for answers which say that it was not executed. */
    public Reply change(String words, Lane lane, Supplier<Reply> once) {
        return lane == Lane.REPEAT
                ? attempt(words, lane, once)
                : run(changes, () -> attempt(words, lane, once));
    }

    /** How the line to the broker was last. */
    public Vitals.Sign vitals() {
        return vitals.last();
    }

    /** How the breaker stands. */
    public CircuitBreaker.State breakerState() {
        return breaker.getState();
    }

    /** How many requests the broker still takes in this minute. */
    public long requestsLeft() {
        return budget.requestsLeft();
    }

    private Reply attempt(String words, Lane lane, Supplier<Reply> once) {
        if (lane != Lane.CANCEL && breaker.isOpen() && breaker.getRemainingDelay().isPositive()) {
            return withheld(words, Holder.BREAKER, "the broker keeps failing");
        }
        try {
            if (!budget.take(lane, lane == Lane.REPEAT ? Duration.ZERO : patience.longestWait())) {
                return withheld(words, Holder.BUDGET, "the requests of this minute are used up");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return withheld(words, Holder.INTERRUPT, "interrupted");
        }
        if (!breaker.tryAcquirePermit() && lane != Lane.CANCEL) {
            return withheld(words, Holder.BREAKER, "the broker keeps failing");
        }
        return sent(once);
    }

    private Reply sent(Supplier<Reply> once) {
        long began = clock.nanoTime();
        Reply reply = once.get();
        breaker.recordResult(reply);
        if (reply instanceof Reply.Answer answer) {
            budget.heard(answer.limits(), throttled(answer));
        } else if (reply instanceof Reply.NotPermitted || reply instanceof Reply.NotConnected) {
            budget.giveBack();
        }
        vitals.record(reply, clock.since(began), clock.instant());
        return reply;
    }

    private Reply withheld(String words, Holder by, String text) {
        Reply reply = new Reply.Withheld(words, by, text);
        vitals.record(reply, Duration.ZERO, clock.instant());
        return reply;
    }

    private RetryPolicy<Reply> throttled(Patience bounds) {
        return RetryPolicy.<Reply>builder()
                .handleIf((reply, bug) -> bug == null && throttled(reply) && waitAllowed(reply))
                .withMaxRetries(bounds.throttleWaits().size())
                .withMaxDuration(bounds.longestThrottling())
                .withDelayFn(
                        context -> throttleWait(context.getLastResult(), context.getAttemptCount()))
                .onRetry(Resilience::log)
                .build();
    }

    private static RetryPolicy<Reply> failed(Patience bounds) {
        return RetryPolicy.<Reply>builder()
                .handleIf((reply, bug) -> bug == null && failed(reply))
                .withMaxAttempts(bounds.readTries())
                .withBackoff(bounds.firstReadWait(), bounds.lastReadWait())
                .withJitter(JITTER)
                .onRetry(Resilience::log)
                .build();
    }

    private static CircuitBreaker<Reply> breaker(BreakerRule rule) {
        return CircuitBreaker.<Reply>builder()
                .handleIf((reply, bug) -> bug != null || failed(reply))
                .withFailureThreshold(rule.failures(), rule.outOf())
                .withDelay(rule.pause())
                .onOpen(_ -> LOG.warn("the broker keeps failing: pausing for {}", rule.pause()))
                .onClose(_ -> LOG.info("the broker answers again"))
                .build();
    }

    private static Reply run(FailsafeExecutor<Reply> policies, Supplier<Reply> attempt) {
        AtomicReference<Reply> last = new AtomicReference<>();
        try {
            return policies.get(() -> {
                Reply reply = attempt.get();
                last.set(reply);
                return reply;
            });
        } catch (FailsafeException stopped) {
            Reply reply = last.get();
            if (!(stopped.getCause() instanceof InterruptedException) || reply == null) {
                throw stopped;
            }
            Thread.currentThread().interrupt();
            return reply;
        }
    }

    private static boolean throttled(Reply reply) {
        return reply instanceof Reply.Answer answer
                && answer.status() == Statuses.TOO_MANY_REQUESTS;
    }

    static boolean failed(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> Statuses.failed(answer.status());
            case Reply.Silence silence -> silence.cause() != Reply.Cause.TOO_LARGE;
            case Reply.NotConnected _ -> true;
            case Reply.Withheld _, Reply.NotPermitted _ -> false;
        };
    }

    private boolean waitAllowed(Reply reply) {
        return throttleWait(reply, 1).compareTo(patience.longestWait()) <= 0;
    }

    private Duration throttleWait(Reply reply, int triesSoFar) {
        if (reply instanceof Reply.Answer answer) {
            Duration asked = answer.limits().pause();
            if (asked != null) {
                return asked;
            }
        }
        int scheduled = Math.clamp(triesSoFar - 1L, 0, patience.throttleWaits().size() - 1);
        return patience.throttleWaits().get(scheduled);
    }

    private static void log(ExecutionAttemptedEvent<Reply> event) {
        Reply reply = event.getLastResult();
        LOG.warn(
                "{} [request id {}], try {} of it follows",
                reply.summary(),
                reply.requestId(),
                event.getAttemptCount() + 1);
    }
}
