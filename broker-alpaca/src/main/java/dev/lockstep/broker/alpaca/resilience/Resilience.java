package dev.lockstep.broker.alpaca.resilience;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionAttemptedEvent;
import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.connection.Statuses;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a request is sent again, by two policies, because repeating is harmless for one
 * kind of request and forbidden for the other:
 *
 * <ul>
 *   <li><b>throttled</b>, around everything: after a 429 the request was certainly not executed, so
 *       it goes out again when the server says, or by the schedule.
 *   <li><b>failed</b>, inside it and around questions only: silence and server errors are asked
 *       again with growing, jittered waits. A change is never repeated for these: nobody knows
 *       whether it was executed, and only a look-up can tell.
 * </ul>
 *
 * <p>If a server wants a longer wait than the longest allowed, its answer is handed on at once. An
 * interrupt ends a wait and hands on the last reply. Safe for use by several threads.
 */
public final class Resilience {
    private static final Logger LOG = LoggerFactory.getLogger(Resilience.class);
    private static final double JITTER = 0.25;

    private final Patience patience;
    private final FailsafeExecutor<Reply> questions;
    private final FailsafeExecutor<Reply> changes;

    /** Builds the policies. */
    public Resilience(Patience patience) {
        this.patience = patience;
        RetryPolicy<Reply> throttled = throttled(patience);
        this.questions = Failsafe.with(throttled, failed(patience));
        this.changes = Failsafe.with(throttled);
    }

    /** Asks a question as often as it takes, within bounds. */
    public Reply ask(Supplier<Reply> once) {
        return run(questions, once);
    }

    /** Sends a change: once, but for answers which say that it was not executed. */
    public Reply change(Supplier<Reply> once) {
        return run(changes, once);
    }

    private RetryPolicy<Reply> throttled(Patience bounds) {
        return RetryPolicy.<Reply>builder()
                .handleIf((reply, bug) -> bug == null && throttled(reply) && waitAllowed(reply))
                .withMaxRetries(bounds.throttleWaits().size())
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

    private static Reply run(FailsafeExecutor<Reply> policies, Supplier<Reply> once) {
        AtomicReference<Reply> last = new AtomicReference<>();
        try {
            return policies.get(() -> {
                Reply reply = once.get();
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

    private static boolean failed(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> Statuses.failed(answer.status());
            case Reply.Silence silence -> silence.cause() != Reply.Cause.TOO_LARGE;
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
