package dev.lockstep.app.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.app.config.Timings;
import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.sync.SyncResult;
import org.junit.jupiter.api.Test;

class BrokerVerificationTest {
    private final InMemoryOrderRepository repository = new InMemoryOrderRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final BrokerVerification verification =
            new BrokerVerification(
                    repository, broker, sample.ids(), clock, Timings.ofOwnSimulator(), clock::pass);

    @Test
    void an_order_that_never_arrived_and_is_still_requested_is_not_sent() throws Exception {
        Order intent = sample.intent();
        repository.add(intent, Evidence.local("test"));

        assertThat(verification.sync(_ -> {})).isInstanceOf(SyncResult.Completed.class);

        assertThat(broker.sends()).isEmpty();
        assertThat(status(intent)).isEqualTo(OrderStatus.PENDING_SUBMIT);
    }

    @Test
    void a_requested_cancel_that_became_due_is_not_sent() throws Exception {
        broker.next(FakeBroker.NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order =
                SampleUseCases.submitOrder(repository, broker, sample.ids(), clock)
                        .submit(SampleOrders.tenShares())
                        .order();
        new CancelOrder(repository, broker, clock).cancel(order.id());

        verification.sync(_ -> {});

        assertThat(broker.cancels()).isEmpty();
        assertThat(status(order)).isEqualTo(OrderStatus.PENDING_CANCEL);
    }

    private OrderStatus status(Order order) {
        return repository.find(order.id()).orElseThrow().status();
    }
}
