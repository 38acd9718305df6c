package dev.lockstep.app.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleAdjustments;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.position.Profits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many who ask, and one who is asked. */
class TtlCacheTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final TestClock clock = new TestClock();

    @Test
    void twenty_tabs_that_ask_at_once_are_one_question() throws Exception {
        TtlCache<String, Integer> remembered =
                new TtlCache<>(Duration.ofSeconds(1), clock, _ -> asked.incrementAndGet());
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int tab = 0; tab < 20; tab++) {
                answers.add(tabs.submit(() -> remembered.of("positions")));
            }
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(1);
        }

        clock.pass(Duration.ofSeconds(1));
        assertThat(remembered.of("positions")).isEqualTo(2);
        assertThat(remembered.of("account")).isEqualTo(3);
    }

    @Test
    void profit_is_measured_anew_when_something_happened_and_else_not() {
        InMemoryOrderRepository repository = new InMemoryOrderRepository();
        ProfitSnapshot<Profits> board =
                new ProfitSnapshot<>(repository, repository.adjustments(), this::measured, clock);
        board.profits();
        board.profits();
        assertThat(asked).hasValue(1);

        repository.add(new SampleOrders().intent(), Evidence.local("test"));
        board.profits();
        assertThat(asked).hasValue(2);

        repository
                .adjustments()
                .addAll(
                        List.of(
                                SampleAdjustments.of(
                                        "a-1", AdjustmentKind.INTEREST, null, "0", "1")));
        board.profits();
        board.profits();
        assertThat(asked).hasValue(3);
    }

    @Test
    void what_takes_long_to_measure_is_measured_seldom() {
        InMemoryOrderRepository repository = new InMemoryOrderRepository();
        SampleOrders sample = new SampleOrders();
        ProfitSnapshot<Profits> board =
                new ProfitSnapshot<>(
                        repository,
                        repository.adjustments(),
                        () -> {
                            clock.pass(Duration.ofSeconds(1));
                            return measured();
                        },
                        clock);
        board.profits();
        repository.add(sample.intent(), Evidence.local("test"));

        clock.pass(Duration.ofSeconds(19));
        clock.step(Duration.ofHours(1));
        board.profits();
        assertThat(asked).hasValue(1);
        clock.pass(Duration.ofSeconds(1));
        board.profits();
        assertThat(asked).hasValue(2);
    }

    private Profits measured() {
        asked.incrementAndGet();
        return Profits.NONE;
    }
}
