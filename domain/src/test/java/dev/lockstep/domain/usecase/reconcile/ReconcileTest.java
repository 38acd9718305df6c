package dev.lockstep.domain.usecase.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import org.junit.jupiter.api.Test;

class ReconcileTest {
    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private final Reconcile reconcile = new Reconcile(repository, broker, new InstanceTag("test"));

    @Test
    void books_in_step_have_no_differences() {
        submitted();
        submitted();

        Reconciliation result = reconciled();

        assertThat(result.differences()).isEmpty();
        assertThat(result.ordersHere()).isEqualTo(2);
        assertThat(result.ordersAtBroker()).isEqualTo(2);
    }

    @Test
    void an_acknowledged_order_that_the_broker_has_not_is_lost() {
        broker.forget(submitted());

        assertThat(reconciled().lost()).isEqualTo(1);
    }

    @Test
    void an_order_under_our_ids_that_we_have_not_is_lost() {
        broker.submit(sample.intent(), SendGuard.ALWAYS);

        assertThat(reconciled().lost()).isEqualTo(1);
    }

    @Test
    void an_order_that_is_there_twice_is_duplicated() {
        Order order = submitted();
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.ACCEPTED, "0");
        broker.foreign(SampleOrders.like(there).brokerOrderId(new BrokerOrderId("second")).order());

        assertThat(reconciled().duplicated()).isEqualTo(1);
    }

    @Test
    void an_order_without_an_answer_is_unknown() {
        broker.next(NextSubmit.LOSE_THE_REQUEST);
        submitted();

        Reconciliation result = reconciled();

        assertThat(result.unknown()).isEqualTo(1);
        assertThat(result.lost()).isZero();
    }

    @Test
    void a_fill_that_we_have_not_heard_of_is_a_difference() {
        Order order = submitted();
        broker.set(order, OrderStatus.FILLED, "10");

        assertThat(reconciled().differences())
                .extracting(ReconciliationBreak::text)
                .containsExactly(
                        "order "
                                + order.id()
                                + ": here accepted 0 traded, at the broker filled 10 traded");
    }

    @Test
    void orders_of_others_are_counted_and_are_no_difference() {
        BrokerOrder there = SampleOrders.atBroker(sample.intent(), OrderStatus.NEW, "0");
        broker.foreign(
                SampleOrders.like(there).clientOrderId(new ClientOrderId("by hand")).order());

        Reconciliation result = reconciled();

        assertThat(result.external()).isEqualTo(1);
        assertThat(result.differences()).isEmpty();
    }

    @Test
    void an_order_that_was_refused_is_no_difference() {
        broker.next(NextSubmit.REFUSE);
        submitted();

        assertThat(reconciled().differences()).isEmpty();
    }

    @Test
    void a_failed_list_is_no_comparison() {
        submitted();
        broker.down(true);

        assertThat(reconcile.reconcile()).isInstanceOf(FetchResult.Failed.class);
    }

    private Reconciliation reconciled() {
        return switch (reconcile.reconcile()) {
            case FetchResult.Complete<Reconciliation> complete -> complete.value();
            case FetchResult.Failed<Reconciliation> failed ->
                    throw new AssertionError(failed.fault().text());
        };
    }

    private Order submitted() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }
}
