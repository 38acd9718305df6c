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
 * Retry, rate limit and circuit breaker policies for requests, from outermost to innermost:
 *
 * <ol>
 *   <li><b>throttled</b> (all requests): a 429 proves that the request was not executed, so it is
 *       resent when the server allows it, or by the schedule.
 *   <li><b>failed</b> (queries only): missing responses and server errors are retried with
 *       exponential backoff and jitter. A change is never resent for these: it may have been
 *       executed, and only a lookup can tell.
 *   <li><b>budget</b> (each attempt): waits until the lane has budget left in this minute.
 *   <li><b>breaker</b> (each attempt): while the broker keeps failing, only occasional trial
 *       requests are sent. An order withheld this way is known not to be sent, which is better than
 *       an unknown outcome.
 * </ol>
 *
 * <p>Cancels bypass the budget and the breaker: they reduce risk, and the worst outcome is another
 * refusal. A repeated cancel never waits: it reserves half of the budget for others, and its caller
 * sends it again later. There is no timeout here: OkHttp bounds every call without an extra thread.
 * An interrupt ends a wait and returns the last reply. Thread-safe.
 */
public final class Resilience {
    private static final Logger LOG = LoggerFactory.getLogger(Resilience.class);
    private static final double JITTER = 0.25;

    private final RetrySchedule patience;
    private final RequestBudget budget;
    private final CircuitBreaker<Reply> breaker;
    private final ConnectionHealth vitals = new ConnectionHealth();
    private final PlatformClock clock;
    private final FailsafeExecutor<Reply> questions;
    private final FailsafeExecutor<Reply> changes;

    /** Creates the policies. */
    public Resilience(
            RetrySchedule patience, BreakerRule rule, RequestBudget budget, InstantSource clock) {
        this.patience = patience;
        this.budget = budget;
        this.clock = PlatformClock.of(clock);
        this.breaker = breaker(rule);
        RetryPolicy<Reply> throttled = throttled(patience);
        this.questions = Failsafe.with(throttled, failed(patience));
        this.changes = Failsafe.with(throttled);
    }

    /** Sends a query, with retries. */
    public Reply ask(String request, Supplier<Reply> once) {
        return run(questions, () -> attempt(request, Lane.READ, once));
    }

    /** Sends a change; resends it only after an answer that proves it was not executed. */
    public Reply change(String request, Lane lane, Supplier<Reply> once) {
        return lane == Lane.REPEAT
                ? attempt(request, lane, once)
                : run(changes, () -> attempt(request, lane, once));
    }

    /** Returns the latest connection health. */
    public ConnectionHealth.Sign vitals() {
        return vitals.last();
    }

    /** Returns the circuit breaker's state. */
    public CircuitBreaker.State breakerState() {
        return breaker.getState();
    }

    /** Returns how many requests are left in this minute. */
    public long requestsLeft() {
        return budget.requestsLeft();
    }

    private Reply attempt(String request, Lane lane, Supplier<Reply> once) {
        if (lane != Lane.CANCEL && breaker.isOpen() && breaker.getRemainingDelay().isPositive()) {
            return withheld(
                    request,
                    Holder.BREAKER,
                    "the circuit breaker is open because the broker keeps failing");
        }
        try {
            if (!budget.take(lane, lane == Lane.REPEAT ? Duration.ZERO : patience.longestWait())) {
                return withheld(
                        request, Holder.BUDGET, "the request limit of this minute is used up");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return withheld(request, Holder.INTERRUPT, "interrupted");
        }
        if (!breaker.tryAcquirePermit() && lane != Lane.CANCEL) {
            return withheld(
                    request,
                    Holder.BREAKER,
                    "the circuit breaker is open because the broker keeps failing");
        }
        return sent(once);
    }

    private Reply sent(Supplier<Reply> once) {
        long began = clock.nanoTime();
        Reply reply = once.get();
        breaker.recordResult(reply);
        if (reply instanceof Reply.Answer answer) {
            budget.update(answer.limits(), throttled(answer));
        } else if (reply instanceof Reply.NotPermitted || reply instanceof Reply.NotConnected) {
            budget.giveBack();
        }
        vitals.record(reply, clock.since(began), clock.instant());
        return reply;
    }

    private Reply withheld(String request, Holder by, String text) {
        Reply reply = new Reply.Withheld(request, by, text);
        vitals.record(reply, Duration.ZERO, clock.instant());
        return reply;
    }

    private RetryPolicy<Reply> throttled(RetrySchedule bounds) {
        return RetryPolicy.<Reply>builder()
                .handleIf((reply, bug) -> bug == null && throttled(reply) && waitAllowed(reply))
                .withMaxRetries(bounds.throttleWaits().size())
                .withMaxDuration(bounds.longestThrottling())
                .withDelayFn(
                        context -> throttleWait(context.getLastResult(), context.getAttemptCount()))
                .onRetry(Resilience::log)
                .build();
    }

    private static RetryPolicy<Reply> failed(RetrySchedule bounds) {
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
                .onOpen(_ ->
                        LOG.warn(
                                "the broker keeps failing: circuit breaker open for {} s",
                                rule.pause().toSeconds()))
                .onClose(_ -> LOG.info("the broker answers again: circuit breaker closed"))
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
                "{} [request id {}], retrying as attempt {}",
                reply.summary(),
                reply.requestId(),
                event.getAttemptCount() + 1);
    }
}
