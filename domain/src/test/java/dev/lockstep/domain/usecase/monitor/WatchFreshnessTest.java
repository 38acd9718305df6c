package dev.lockstep.domain.usecase.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.FakeBrake;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.TradingRestrictor;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.LoopFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchFreshnessTest {
    private static final Duration THREE_INTERVALS = LoopSchedule.defaults().staleAfter();

    private final LoopFixture its = new LoopFixture();
    private final FakeBrake restrictor = new FakeBrake();
    private final WatchFreshness watch =
            new WatchFreshness(
                    its.reports,
                    its.incidents,
                    restrictor,
                    its.clock,
                    THREE_INTERVALS,
                    its.events::add);

    @Test
    void a_loop_that_died_is_noticed_after_three_intervals_and_only_reducing_orders_go_out() {
        its.loop.tick();
        its.clock.pass(THREE_INTERVALS.minusNanos(1));
        assertThat(watch.check()).isTrue();

        its.clock.pass(Duration.ofNanos(1));
        assertThat(watch.check()).isFalse();
        watch.check();

        assertThat(its.openIncidents())
                .extracting(Incident::kind)
                .containsExactly(IncidentKind.SYNC_STALE);
        assertThat(its.openIncidents().getFirst().text())
                .containsPattern("the last good sync was at [0-9-]+T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
        assertThat(restrictor.applied()).containsOnlyKeys(WatchFreshness.SOURCE);
        assertThat(its.events(LoopEvent.IncidentOpened.class)).hasSize(1);
    }

    @Test
    void a_loop_that_runs_and_cannot_sync_is_noticed_too_with_the_reason() {
        its.loop.tick();
        its.broker.down(true);
        its.pass(THREE_INTERVALS);

        assertThat(watch.check()).isFalse();
        assertThat(restrictor.applied().get(WatchFreshness.SOURCE))
                .contains("the fake broker is down");
    }

    @Test
    void the_next_good_sync_ends_it() {
        its.loop.tick();
        its.clock.pass(THREE_INTERVALS);
        watch.check();

        its.loop.tick();
        assertThat(watch.check()).isTrue();

        assertThat(restrictor.applied()).isEmpty();
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void a_start_is_given_three_intervals_and_no_more() {
        assertThat(watch.check()).isFalse();
        assertThat(restrictor.applied()).isEmpty();

        its.clock.pass(THREE_INTERVALS);
        assertThat(watch.check()).isFalse();

        assertThat(restrictor.applied()).isNotEmpty();
        assertThat(its.openIncidents().getFirst().text()).isEqualTo("no sync has come through yet");
    }

    @Test
    void what_another_process_left_behind_is_ended_by_the_first_good_sync() {
        its.incidents.open(IncidentKind.SYNC_STALE, WatchFreshness.SOURCE, "", its.clock.instant());
        restrictor.apply(WatchFreshness.SOURCE, "left behind");

        its.loop.tick();
        watch.check();

        assertThat(restrictor.applied()).isEmpty();
        assertThat(its.openIncidents()).isEmpty();
    }

    @Test
    void an_incident_whose_restriction_could_not_be_stored_ends_with_the_next_good_sync() {
        WatchFreshness locked =
                new WatchFreshness(
                        its.reports,
                        its.incidents,
                        new LockedRestrictor(),
                        its.clock,
                        THREE_INTERVALS,
                        its.events::add);
        its.loop.tick();
        locked.check();
        its.clock.pass(THREE_INTERVALS);
        assertThatThrownBy(locked::check).isInstanceOf(RepositoryException.class);
        assertThat(its.openIncidents()).hasSize(1);

        its.loop.tick();
        locked.check();

        assertThat(its.openIncidents()).isEmpty();
    }

    /** Stores no restriction because another process holds the database. */
    private static final class LockedRestrictor implements TradingRestrictor {
        @Override
        public void apply(String source, String why) {
            throw new RepositoryException(RepositoryException.Reason.LOCK_TIMEOUT, "locked");
        }

        @Override
        public void release(String source, String why) {}
    }
}
