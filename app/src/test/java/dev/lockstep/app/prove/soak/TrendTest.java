package dev.lockstep.app.prove.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final long MEBIBYTE = 1_024 * 1_024;
    private static final int SAMPLES = 90;

    @Test
    void memory_that_grows_while_the_process_warms_up_is_bounded() {
        Trend memory = memory(second -> (second < 30 ? 100 + second * 5 : 250) * MEBIBYTE);

        assertThat(memory.middle()).isEqualTo(250 * MEBIBYTE);
        assertThat(memory.bounded()).isTrue();
    }

    @Test
    void memory_that_goes_on_growing_is_not() {
        assertThat(memory(second -> (100 + second * 3) * MEBIBYTE).bounded()).isFalse();
    }

    @Test
    void a_single_peak_is_no_growth() {
        assertThat(memory(second -> (second == 80 ? 900 : 100) * MEBIBYTE).bounded()).isTrue();
    }

    @Test
    void each_process_is_judged_by_itself_and_the_wal_once() {
        List<Trend> trends =
                Trend.of(
                        LongStream.range(0, SAMPLES)
                                .mapToObj(second ->
                                        new SoakSample(
                                                second,
                                                MEBIBYTE,
                                                List.of(
                                                        new ProcessSample(1, MEBIBYTE, 10, 20),
                                                        new ProcessSample(
                                                                2,
                                                                MEBIBYTE,
                                                                (int) second + 10,
                                                                20))))
                                .toList());

        assertThat(trends.stream().filter(each -> !each.bounded()))
                .singleElement()
                .satisfies(grown -> {
                    assertThat(grown.measure()).isEqualTo(Measure.THREADS);
                    assertThat(grown.process()).isEqualTo(2);
                });
        assertThat(trends.stream().filter(each -> each.measure() == Measure.WAL)).hasSize(1);
    }

    @Test
    void without_a_trend_nothing_is_called_bounded() {
        assertThat(Trend.allBounded(List.of())).isFalse();
        assertThat(Trend.allBounded(List.of(new Trend(Measure.THREADS, 1, 30, 30)))).isTrue();
        assertThat(Trend.allBounded(List.of(new Trend(Measure.THREADS, 1, 30, 90)))).isFalse();
    }

    @Test
    void fewer_than_three_samples_have_no_trend() {
        assertThat(Trend.of(List.of(new SoakSample(0, 1, List.of())))).isEmpty();
    }

    private static Trend memory(LongUnaryOperator residentBytes) {
        return Trend.of(
                        LongStream.range(0, SAMPLES)
                                .mapToObj(second ->
                                        new SoakSample(
                                                second,
                                                0,
                                                List.of(
                                                        new ProcessSample(
                                                                1,
                                                                residentBytes.applyAsLong(second),
                                                                1,
                                                                1))))
                                .toList())
                .getFirst();
    }
}
