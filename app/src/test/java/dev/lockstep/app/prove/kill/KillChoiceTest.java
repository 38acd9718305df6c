package dev.lockstep.app.prove.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.prove.disk.library.StopPoint;
import dev.lockstep.app.prove.disk.library.StopSignal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KillChoiceTest {
    private static final int CYCLES = 2_000;

    private final List<KillChoice> choices =
            IntStream.range(0, CYCLES).mapToObj(cycle -> KillChoice.of(1, cycle)).toList();

    @Test
    void each_process_each_point_and_both_signals_are_chosen() {
        assertThat(choices).extracting(KillChoice::target).contains(KillTarget.values());
        assertThat(choices).extracting(KillChoice::point).contains(StopPoint.values());
        assertThat(choices).extracting(KillChoice::signal).contains(StopSignal.values());
    }

    @Test
    void a_process_is_stopped_only_at_points_that_it_can_come_to() {
        assertThat(choices)
                .filteredOn(choice -> choice.point() != null)
                .allSatisfy(
                        choice -> assertThat(choice.target().points()).contains(choice.point()));
    }

    @Test
    void the_choice_of_a_cycle_is_the_same_again() {
        assertThat(KillChoice.of(1, 17)).isEqualTo(choices.get(17));
    }
}
