package dev.lockstep.app.halt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A halt calls nothing back: it waits for answers, or says which are missing. */
class AwaitAnswersTest {
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final AtomicInteger pauses = new AtomicInteger();

    @Test
    void a_halt_waits_for_the_answer_to_an_order_on_its_way() throws InterruptedException {
        Order order = beingSent();
        AwaitAnswers awaitAnswers =
                new AwaitAnswers(
                        repository,
                        _ -> {
                            if (pauses.incrementAndGet() == 3) {
                                update(order, new ExecutionReport.Withdrawn("halted"));
                            }
                        });

        assertThat(awaitAnswers.await()).isEmpty();
        assertThat(pauses).hasValue(3);
        assertThat(AwaitAnswers.text(awaitAnswers.await())).isEmpty();
    }

    @Test
    void the_wait_is_bounded_and_names_what_stays_unanswered() throws InterruptedException {
        Order order = beingSent();

        var unanswered = new AwaitAnswers(repository, _ -> pauses.incrementAndGet()).await();

        assertThat(unanswered).containsExactly(order);
        assertThat(pauses).hasValueLessThan(100);
        assertThat(AwaitAnswers.text(unanswered)).contains(order.id().value());
    }

    @Test
    void an_order_whose_answer_is_lost_is_named_without_a_wait() throws InterruptedException {
        update(beingSent(), new ExecutionReport.Unresolved("timeout"));

        var unanswered = new AwaitAnswers(repository, _ -> pauses.incrementAndGet()).await();

        assertThat(unanswered).hasSize(1);
        assertThat(pauses).hasValue(0);
    }

    private Order beingSent() {
        return repository.add(new SampleOrders().intent(), Evidence.local("submit")).order();
    }

    private void update(Order order, ExecutionReport report) {
        repository.update(
                OrderUpdate.applying(
                        order.id(), report, SampleOrders.START, Evidence.local("answer")));
    }
}
