package dev.lockstep.broker.alpaca.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.failsafe.CircuitBreaker;
import dev.lockstep.broker.alpaca.connection.Reply;
import dev.lockstep.broker.alpaca.connection.Reply.RateLimit;
import dev.lockstep.contracts.Eventually;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Retry, budget and circuit breaker behavior of {@link Resilience}. */
final class ResilienceTest {
    private static final RateLimit NO_LIMITS = new RateLimit(null, null, null);
    private static final RetrySchedule LITTLE =
            new RetrySchedule(
                    Collections.nCopies(3, Duration.ofMillis(1)),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    4,
                    Duration.ofMillis(1),
                    Duration.ofMillis(2));

    private final MovedTime time = new MovedTime();
    private final RequestBudget budget = new RequestBudget(200, time, time);
    private final Resilience resilience =
            new Resilience(LITTLE, new BreakerRule(5, 5, Duration.ofMillis(200)), budget, time);
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void a_query_is_retried_until_it_is_answered() {
        Reply reply = resilience.ask("GET /x", replies(silence(), answer(503), answer(200)));

        assertThat(reply).isEqualTo(answer(200));
        assertThat(sent).hasValue(3);
    }

    @Test
    void a_change_is_sent_once_if_its_outcome_is_unknown() {
        for (Reply bad : List.of(silence(), answer(500), answer(503), answer(408))) {
            sent.set(0);
            assertThat(resilience.change("POST /x", Lane.SUBMIT, replies(bad, answer(200))))
                    .isEqualTo(bad);
            assertThat(sent).hasValue(1);
        }
    }

    @Test
    void a_change_is_resent_if_it_was_certainly_not_executed() {
        assertThat(
                        resilience.change(
                                "POST /x",
                                Lane.SUBMIT,
                                replies(answer(429), answer(429), answer(200))))
                .isEqualTo(answer(200));
        assertThat(sent).hasValue(3);
    }

    @Test
    void an_order_is_withheld_while_the_breaker_is_open() {
        failUntilOpen();

        Reply reply = resilience.change("POST /x", Lane.SUBMIT, replies(answer(200)));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Withheld.class,
                        withheld -> assertThat(withheld.by()).isEqualTo(Reply.Holder.BREAKER));
        assertThat(sent).hasValue(0);
        assertThat(resilience.vitals().trouble()).contains("not sent");
    }

    @Test
    void a_cancel_is_sent_while_the_breaker_is_open() {
        failUntilOpen();

        assertThat(resilience.change("DELETE /x", Lane.CANCEL, replies(answer(204))))
                .isEqualTo(answer(204));
    }

    @Test
    void the_breaker_closes_when_a_trial_request_is_answered() {
        failUntilOpen();

        Eventually.within(
                Duration.ofSeconds(5),
                "a trial request is sent",
                () -> resilience.ask("GET /x", replies(answer(200))).equals(answer(200)));

        assertThat(resilience.breakerState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void refusals_and_throttling_do_not_open_the_breaker() {
        for (int i = 0; i < 20; i++) {
            resilience.change("POST /x", Lane.SUBMIT, replies(answer(403)));
            resilience.change("POST /x", Lane.SUBMIT, replies(answer(429), answer(422)));
            time.passes(Duration.ofMinutes(1));
        }

        assertThat(resilience.breakerState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void an_exhausted_budget_withholds_a_query_but_not_a_cancel() {
        budget.update(new RateLimit(200, 0, Duration.ofSeconds(30)), false);

        assertThat(resilience.ask("GET /x", replies(answer(200))))
                .isInstanceOfSatisfying(
                        Reply.Withheld.class,
                        withheld -> assertThat(withheld.by()).isEqualTo(Reply.Holder.BUDGET));
        assertThat(resilience.change("DELETE /x", Lane.CANCEL, replies(answer(204))))
                .isEqualTo(answer(204));
    }

    private void failUntilOpen() {
        for (int i = 0; i < 5; i++) {
            resilience.change("POST /x", Lane.SUBMIT, replies(silence()));
        }
        assertThat(resilience.breakerState()).isEqualTo(CircuitBreaker.State.OPEN);
        sent.set(0);
    }

    private Supplier<Reply> replies(Reply... replies) {
        Queue<Reply> left = new ArrayDeque<>(List.of(replies));
        return () -> {
            sent.incrementAndGet();
            return left.remove();
        };
    }

    private static Reply answer(int status) {
        return new Reply.Answer("GET /x", status, "", "", NO_LIMITS);
    }

    private static Reply silence() {
        return new Reply.Silence("GET /x", Reply.Cause.TIMEOUT, "", "no answer within the timeout");
    }
}
