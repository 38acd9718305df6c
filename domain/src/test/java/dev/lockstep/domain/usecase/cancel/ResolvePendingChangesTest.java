package dev.lockstep.domain.usecase.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResolvePendingChangesTest {
    private static final Evidence ANSWER = Evidence.local("answer");
    private static final Duration GAP = Duration.ofSeconds(10);

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private final CancelOrder cancelOrder = new CancelOrder(repository, broker, clock);
    private final ResolvePendingChanges resolve =
            new ResolvePendingChanges(repository, broker, clock, GAP, GAP);

    @Test
    void an_unconfirmed_cancel_is_sent_again_after_its_gap_and_then_after_twice_the_gap() {
        canceled();
        resolve.pass();
        clock.pass(GAP.minusNanos(1));
        resolve.pass();
        assertThat(broker.cancels()).hasSize(1);

        clock.pass(Duration.ofNanos(1));
        ResolvePendingChanges.Pass pass = resolve.pass();
        assertThat(broker.cancels()).hasSize(2);
        assertThat(pass.settled()).isEmpty();
        assertThat(pass.unconfirmed()).hasSize(1);

        clock.pass(GAP);
        resolve.pass();
        assertThat(broker.cancels()).hasSize(2);
        clock.pass(GAP);
        resolve.pass();
        assertThat(broker.cancels()).hasSize(3);
    }

    @Test
    void a_cancel_that_the_broker_refuses_because_the_order_has_ended_settles_it() {
        Order order = canceled();
        Order other = canceled();
        resolve.pass();
        clock.pass(GAP);
        broker.nextCancel(new CancelAnswer.Refused("filled", ANSWER));
        broker.set(order, OrderStatus.FILLED, "10");

        ResolvePendingChanges.Pass pass = resolve.pass();

        assertThat(pass.settled()).containsExactly(stored(order));
        assertThat(stored(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(pass.unconfirmed()).extracting(Order::id).containsExactly(other.id());
    }

    @Test
    void of_many_cancels_two_are_sent_in_one_pass() {
        IntStream.range(0, 5).forEach(_ -> canceled());
        resolve.pass();
        clock.pass(GAP);

        resolve.pass();

        assertThat(broker.cancels()).hasSize(5 + 2);
    }

    @Test
    void a_cancel_without_an_answer_is_due_again_after_half_a_minute_at_the_latest() {
        canceled();
        resolve.pass();
        for (int lost = 0; lost < 6; lost++) {
            broker.nextCancel(new CancelAnswer.Unresolved("timeout", ANSWER));
            clock.pass(Duration.ofMinutes(6));
            resolve.pass();
        }
        assertThat(broker.cancels()).hasSize(7);

        clock.pass(Duration.ofSeconds(30));
        resolve.pass();

        assertThat(broker.cancels()).hasSize(8);
    }

    @Test
    void the_first_cancel_after_one_without_an_answer_does_not_yield_to_other_requests() {
        canceled();
        resolve.pass();
        broker.withholdsRepeatedCancels(true);
        clock.pass(GAP);
        resolve.pass();
        assertThat(broker.cancels()).as("not answered here yet: sent").hasSize(2);

        clock.pass(GAP.multipliedBy(2));
        resolve.pass();
        assertThat(broker.cancels()).as("answered: withheld").hasSize(2);

        clock.pass(GAP.multipliedBy(4));
        resolve.pass();
        assertThat(broker.cancels()).as("not answered: sent").hasSize(3);
    }

    @Test
    void an_unconfirmed_replacement_is_looked_up_after_its_gap() {
        Order order = replacing();
        resolve.pass();
        clock.pass(GAP);
        broker.set(order, OrderStatus.NEW, "0");

        ResolvePendingChanges.Pass pass = resolve.pass();

        assertThat(pass.settled()).containsExactly(stored(order));
        assertThat(stored(order).status()).isEqualTo(OrderStatus.NEW);
        assertThat(pass.unconfirmed()).isEmpty();
    }

    @Test
    void a_replacement_that_the_broker_has_not_decided_stays_unconfirmed() {
        Order order = replacing();
        resolve.pass();
        clock.pass(GAP);
        broker.set(order, OrderStatus.PENDING_REPLACE, "0");
        int lookups = broker.lookups();

        assertThat(resolve.pass().unconfirmed()).extracting(Order::id).containsExactly(order.id());
        assertThat(broker.lookups()).isEqualTo(lookups + 1);
        clock.pass(GAP);
        resolve.pass();
        assertThat(broker.lookups()).as("the gap is twice as long now").isEqualTo(lookups + 1);
    }

    @Test
    void a_replacement_that_cannot_be_looked_up_stays_unconfirmed() {
        Order order = replacing();
        resolve.pass();
        clock.pass(GAP);
        broker.failFinds(true);

        assertThat(resolve.pass().unconfirmed()).extracting(Order::id).containsExactly(order.id());
        assertThat(stored(order).status()).isEqualTo(OrderStatus.PENDING_REPLACE);
    }

    @Test
    void a_process_without_a_loop_sends_each_requested_cancel_again_once() {
        Order requested = canceled();
        Order atBroker = submitted();
        repository.update(
                OrderUpdate.applying(
                        atBroker.id(),
                        SampleOrders.report(atBroker, OrderStatus.PENDING_CANCEL, "0"),
                        clock.instant(),
                        ANSWER));

        resolve.sendAgain();

        assertThat(broker.cancels())
                .isEqualTo(
                        List.of(
                                SampleOrders.brokerOrderId(requested),
                                SampleOrders.brokerOrderId(requested)));
    }

    private Order canceled() {
        Order order = submitted();
        cancelOrder.cancel(order.id());
        return stored(order);
    }

    private Order replacing() {
        Order order = submitted();
        repository.update(
                OrderUpdate.applying(
                        order.id(),
                        new ExecutionReport.ReplaceRequested(),
                        clock.instant(),
                        ANSWER));
        return stored(order);
    }

    private Order submitted() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
