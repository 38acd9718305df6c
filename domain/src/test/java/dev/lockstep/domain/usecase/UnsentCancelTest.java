package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnsentCancelTest {
    private final LoopFixture its = new LoopFixture();

    @Test
    void a_cancel_that_a_crash_left_unsent_does_not_yield_to_other_requests() {
        Order order = its.submitted();
        its.repository.update(
                OrderUpdate.applying(
                        order.id(),
                        new ExecutionReport.CancelRequested(),
                        its.clock.instant(),
                        Evidence.local("cancel requested, and the process is killed")));
        its.broker.withholdsRepeatedCancels(true);

        its.pass(Duration.ofMinutes(1));

        assertThat(its.broker.cancels()).contains(SampleOrders.brokerOrderId(order));
    }
}
