package dev.lockstep.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.OrderType;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promise, held against one seed after another. {@code -Dsimulation.seed=N} plays one of them
 * again, {@code -Dsimulation.seeds=N} as many as wanted.
 */
@Tag("slow")
class PlatformSimulationTest {
    private static final int TURNS = 300;
    private static final Duration CALM = Duration.ofMinutes(5);

    static LongStream seeds() {
        Long one = Long.getLong("simulation.seed");
        return one == null
                ? LongStream.range(0, Long.getLong("simulation.seeds", 50))
                : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_goes_wrong_no_order_is_lost_or_sent_twice_and_the_books_end_in_step(long seed) {
        World world = played(seed);

        assertThat(world.unaccounted()).isEmpty();
        assertThat(world.wrongs()).isEmpty();
    }

    @Test
    void a_seed_plays_the_same_day_again() {
        assertThat(played(7).trace()).isEqualTo(played(7).trace());
    }

    @Test
    void the_days_are_bad_enough_to_prove_something() {
        List<World> worlds =
                LongStream.range(0, 10).mapToObj(PlatformSimulationTest::played).toList();

        assertThat(worlds.stream().mapToInt(World::crashes).sum()).isGreaterThan(20);
        assertThat(worlds.stream().flatMap(world -> world.orders().stream()))
                .extracting(order -> order.status().name())
                .contains("FILLED", "CANCELED", "REPLACED", "REJECTED", "NEVER_ACCEPTED", "DENIED");
        assertThat(worlds.stream().flatMap(world -> world.orders().stream()))
                .filteredOn(order -> order.terms().type() instanceof OrderType.Market)
                .extracting(order -> order.status().name())
                .contains("FILLED", "CANCELED");
    }

    private static World played(long seed) {
        World world = new World(seed);
        for (int turn = 0; turn < TURNS; turn++) {
            world.turn();
        }
        world.calm(CALM);
        return world;
    }
}
