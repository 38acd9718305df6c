package dev.lockstep.domain.usecase.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport.StatusReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconcileTest {
    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private int imports;
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
    void an_order_that_ended_here_and_works_at_the_broker_is_a_difference() {
        Order order = submitted();
        report(order, OrderStatus.CANCELED, "0", null);

        assertThat(reconciled().differences())
                .singleElement()
                .isInstanceOf(ReconciliationBreak.NotTheSame.class);
    }

    @Test
    void an_order_that_has_traded_more_here_than_at_the_broker_is_a_difference() {
        Order order = submitted();
        report(order, OrderStatus.PARTIALLY_FILLED, "4", Price.of("100"));

        assertThat(reconciled().differences())
                .singleElement()
                .isInstanceOf(ReconciliationBreak.NotTheSame.class);
    }

    @Test
    void an_order_under_another_id_of_the_broker_is_duplicated() {
        Order order = submitted();
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.ACCEPTED, "0");

        Reconciliation result =
                reconcile.compare(
                        List.of(
                                SampleOrders.like(there)
                                        .brokerOrderId(new BrokerOrderId("second"))
                                        .order()));

        assertThat(result.duplicated()).isEqualTo(1);
        assertThat(result.ordersAtBroker()).isEqualTo(1);
    }

    @Test
    void an_imported_order_agrees_as_far_as_the_other_platform_knew_it() {
        assertThat(imported("10", null)).isEmpty();
        assertThat(imported("10", Price.of("189.125"))).isEmpty();
        assertThat(imported("10", Price.of("188"))).hasSize(1);
        assertThat(imported("9", null)).hasSize(1);
    }

    /** Compares an imported order that was filled here with ten filled shares at the broker. */
    private List<ReconciliationBreak> imported(String cumQty, @Nullable Price avgPx) {
        imports++;
        Order order = sample.sentElsewhere("b-" + imports, "by hand " + imports);
        repository.add(order, Evidence.local("import"));
        BrokerOrderId id = Objects.requireNonNull(order.brokerOrderId());
        repository.update(
                OrderUpdate.applying(
                        order.id(),
                        new StatusReport(
                                id,
                                new ReportedStatus.Known("filled", OrderStatus.FILLED),
                                Quantity.of(cumQty),
                                avgPx,
                                SampleOrders.START),
                        clock.instant(),
                        Evidence.local("import")));
        BrokerOrder there =
                SampleOrders.like(SampleOrders.atBroker(order, OrderStatus.FILLED, "10"))
                        .brokerOrderId(id)
                        .order();
        return reconcile.compare(List.of(there)).differences().stream()
                .filter(each -> each.text().contains(order.id().value()))
                .toList();
    }

    private void report(Order order, OrderStatus status, String cumQty, @Nullable Price avgPx) {
        repository.update(
                OrderUpdate.applying(
                        order.id(),
                        new StatusReport(
                                SampleOrders.brokerOrderId(order),
                                new ReportedStatus.Known("reported", status),
                                Quantity.of(cumQty),
                                avgPx,
                                SampleOrders.START.plusSeconds(1)),
                        clock.instant(),
                        Evidence.local("event")));
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
