package dev.lockstep.broker.alpaca.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.broker.alpaca.connection.Reply.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Lane priorities of {@link RequestBudget} when few requests are left. */
final class RequestBudgetTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final MovedTime time = new MovedTime();
    private final RequestBudget budget = new RequestBudget(200, time, time);

    @Test
    void repeated_cancels_leave_half_of_a_minute_to_all_others() throws InterruptedException {
        assertThat(taken(Lane.REPEAT)).isEqualTo(100);
        assertThat(taken(Lane.READ)).isEqualTo(50);
        assertThat(taken(Lane.SUBMIT)).isEqualTo(30);
    }

    @Test
    void reads_leave_a_quarter_to_orders_and_orders_a_tenth_to_cancels()
            throws InterruptedException {
        assertThat(taken(Lane.READ)).isEqualTo(150);
        assertThat(taken(Lane.SUBMIT)).isEqualTo(30);
        assertThat(budget.requestsLeft()).isEqualTo(20);
    }

    @Test
    void more_requests_left_than_the_limit_are_those_of_the_limit() {
        budget.update(new RateLimit(1, Integer.MAX_VALUE, null), false);

        assertThat(budget.requestsLeft()).isEqualTo(1);
    }

    @Test
    void a_limit_that_no_client_can_reach_is_no_limit() {
        budget.update(new RateLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, null), false);

        assertThat(budget.requestsLeft()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_pause_beyond_all_times_is_bounded() throws InterruptedException {
        budget.update(new RateLimit(null, 0, Duration.ofSeconds(Long.MAX_VALUE)), true);

        assertThat(budget.take(Lane.READ, AT_ONCE)).isFalse();
        assertThat(budget.take(Lane.READ, Duration.ofHours(1))).isTrue();
    }

    @Test
    void cancels_are_never_withheld() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            assertThat(budget.take(Lane.CANCEL, AT_ONCE)).isTrue();
        }
        assertThat(budget.requestsLeft()).isZero();
    }

    @Test
    void a_burst_of_cancels_delays_other_lanes_for_a_bounded_time() throws InterruptedException {
        for (int i = 0; i < 100_000; i++) {
            budget.take(Lane.CANCEL, AT_ONCE);
        }
        time.passes(Duration.ofMinutes(2));

        assertThat(budget.take(Lane.READ, AT_ONCE)).isTrue();
    }

    @Test
    void credit_is_restored_with_time_up_to_one_minute() throws InterruptedException {
        taken(Lane.READ);
        time.passes(Duration.ofSeconds(3));
        assertThat(taken(Lane.READ)).isEqualTo(10);

        time.passes(Duration.ofHours(5));
        assertThat(taken(Lane.READ)).isEqualTo(150);
    }

    @Test
    void a_request_waits_for_credit_within_its_patience() throws InterruptedException {
        taken(Lane.READ);

        assertThat(budget.take(Lane.READ, Duration.ofSeconds(1))).isTrue();
        assertThat(time.paused()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void the_brokers_remaining_count_lowers_the_local_count() throws InterruptedException {
        budget.update(new RateLimit(200, 60, Duration.ofSeconds(30)), false);

        assertThat(taken(Lane.READ)).isEqualTo(10);
    }

    @Test
    void a_larger_limit_reported_by_the_broker_is_used() throws InterruptedException {
        budget.update(new RateLimit(1_000, 1_000, null), false);

        assertThat(taken(Lane.READ)).isEqualTo(750);
    }

    @Test
    void after_a_remaining_count_of_zero_only_cancels_are_sent_until_the_window_ends()
            throws InterruptedException {
        budget.update(new RateLimit(200, 0, Duration.ofSeconds(30)), false);
        time.passes(Duration.ofSeconds(29));

        assertThat(budget.take(Lane.SUBMIT, AT_ONCE)).isFalse();
        assertThat(budget.take(Lane.CANCEL, AT_ONCE)).isTrue();
        time.passes(Duration.ofSeconds(1));
        assertThat(budget.take(Lane.SUBMIT, AT_ONCE)).isTrue();
    }

    @Test
    void a_429_holds_all_threads_and_an_excessive_pause_is_bounded() throws InterruptedException {
        budget.update(new RateLimit(null, null, Duration.ofDays(365)), true);

        assertThat(budget.take(Lane.SUBMIT, AT_ONCE)).isFalse();
        time.passes(RequestBudget.LONGEST_HOLD);
        assertThat(budget.take(Lane.SUBMIT, AT_ONCE)).isTrue();
    }

    @Test
    void a_clock_that_goes_back_blocks_no_request() throws InterruptedException {
        time.passes(Duration.ofHours(-1));
        assertThat(taken(Lane.READ)).isEqualTo(150);
        time.passes(Duration.ofMinutes(1));
        assertThat(taken(Lane.READ)).isEqualTo(150);
    }

    @Test
    void an_unlimited_budget_is_limited_once_the_broker_reports_a_limit()
            throws InterruptedException {
        RequestBudget unlimited = new RequestBudget(0, time, time);
        for (int i = 0; i < 10_000; i++) {
            assertThat(unlimited.take(Lane.READ, AT_ONCE)).isTrue();
        }

        unlimited.update(new RateLimit(200, 50, null), false);

        assertThat(unlimited.take(Lane.READ, AT_ONCE)).isFalse();
    }

    private int taken(Lane lane) throws InterruptedException {
        int taken = 0;
        while (budget.take(lane, AT_ONCE)) {
            taken++;
        }
        return taken;
    }
}
