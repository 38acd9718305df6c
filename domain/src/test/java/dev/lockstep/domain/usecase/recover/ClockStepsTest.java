package dev.lockstep.domain.usecase.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBrake;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.usecase.LoopFixture;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.monitor.WatchFreshness;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wall clock that is set, or a suspended machine, does to the trading loop: nothing. */
class ClockStepsTest {
    private static final Duration GRACE = Duration.ofSeconds(75);

    private final LoopFixture its = new LoopFixture();
    private final FakeBrake restrictor = new FakeBrake();
    private final WatchFreshness watch =
            new WatchFreshness(
                    its.reports,
                    its.incidents,
                    restrictor,
                    its.clock,
                    LoopSchedule.defaults().staleAfter(),
                    its.events::add);

    @ParameterizedTest
    @ValueSource(longs = {-3_600, -90, 3_600})
    void every_job_goes_on_after_the_wall_clock_was_set(long seconds) {
        its.loop.tick();
        its.clock.step(Duration.ofSeconds(seconds));
        Instant set = its.clock.instant();

        its.pass(Duration.ofSeconds(40));

        assertThat(its.reports.last().orElseThrow().goodSync())
                .isNotNull()
                .satisfies(sync -> assertThat(sync.at()).isAfter(set));
        assertThat(its.events(LoopEvent.Synced.class)).hasSizeGreaterThan(7);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void a_step_of_the_wall_clock_does_not_restrict_trading(long seconds) {
        its.loop.tick();
        assertThat(watch.check()).isTrue();

        its.clock.step(Duration.ofSeconds(seconds));

        assertThat(watch.check()).isTrue();
        assertThat(restrictor.applied()).isEmpty();
    }

    @Test
    void a_loop_that_died_before_the_wall_clock_was_set_back_is_noticed() {
        its.loop.tick();
        assertThat(watch.check()).isTrue();
        its.clock.step(Duration.ofHours(-1));

        its.clock.pass(LoopSchedule.defaults().staleAfter());

        assertThat(watch.check()).isFalse();
        assertThat(restrictor.applied()).isNotEmpty();
    }

    @Test
    void an_order_is_as_young_after_a_step_for_whoever_takes_over_in_this_process() {
        Order order = new SampleOrders().intent();
        its.clock.step(Duration.ofHours(1));

        Ages ages = new Ages(its.clock);

        assertThat(ages.reached(order, GRACE)).isFalse();
        its.clock.pass(GRACE);
        assertThat(ages.reached(order, GRACE)).isTrue();
    }

    @Test
    void a_clock_knows_by_how_much_it_was_set_since_it_was_created() {
        TestClock time = new TestClock();
        PlatformClock clock = PlatformClock.of(time, time);
        time.pass(Duration.ofMinutes(5));

        assertThat(clock.drift()).isZero();
        time.step(Duration.ofHours(-1));
        assertThat(clock.drift()).isEqualTo(Duration.ofHours(-1));
    }

    @Test
    void a_report_from_the_future_is_not_fresh() {
        its.loop.tick();
        LoopReport report = its.reports.last().orElseThrow();
        Instant before = its.clock.instant().minus(Duration.ofHours(2));

        assertThat(report.fresh(its.clock.instant())).isTrue();
        assertThat(report.fresh(before)).isFalse();
    }

    @Test
    void an_unanswered_order_is_resolved_in_time_after_the_wall_clock_was_set_back() {
        its.broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order = its.submitOrder.submit(SampleOrders.tenShares()).order();
        its.loop.tick();
        its.clock.step(Duration.ofSeconds(-90));

        its.pass(Duration.ofSeconds(10));

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void a_wall_clock_that_went_forward_makes_no_young_send_never_accepted() {
        its.loop.tick();
        its.broker.next(NextSubmit.LOSE_THE_REQUEST);
        Order order = its.submitOrder.submit(SampleOrders.tenShares()).order();
        its.clock.step(Duration.ofHours(1));

        its.pass(Duration.ofSeconds(8));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.UNKNOWN);

        its.pass(Duration.ofSeconds(20));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
    }

    @Test
    void a_step_of_the_wall_clock_is_an_incident_until_the_clock_has_run_evenly() {
        its.loop.tick();
        assertThat(its.openIncidents()).isEmpty();

        its.clock.step(Duration.ofMinutes(-5));
        its.loop.tick();

        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.CLOCK_STEP);
        assertThat(its.openIncidents().getFirst().text()).contains("set back by 5m");
        its.pass(Duration.ofMinutes(6));
        assertThat(its.openIncidents()).isEmpty();
    }
}
