package dev.lockstep.domain.usecase.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.usecase.LoopFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchClockTest {
    private final LoopFixture its = new LoopFixture();

    @Test
    void the_incident_of_a_clock_step_ends_although_another_process_runs_the_loop_by_then() {
        WatchClock first = watch();
        its.clock.step(Duration.ofMinutes(-5));
        first.check();
        assertThat(its.openIncidents()).hasSize(1);

        WatchClock second = watch();
        its.clock.pass(Duration.ofMinutes(4));
        second.check();
        assertThat(its.openIncidents()).hasSize(1);
        its.clock.pass(Duration.ofMinutes(1));
        second.check();

        assertThat(its.openIncidents()).isEmpty();
    }

    private WatchClock watch() {
        return new WatchClock(
                new IncidentBook(its.incidents, its.clock, its.events::add), its.clock);
    }
}
