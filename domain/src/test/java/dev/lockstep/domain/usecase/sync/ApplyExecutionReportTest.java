package dev.lockstep.domain.usecase.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import org.junit.jupiter.api.Test;

class ApplyExecutionReportTest {
    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private final ApplyExecutionReport applyExecutionReport =
            new ApplyExecutionReport(repository, broker, sample.ids(), clock);

    @Test
    void news_changes_the_order_and_is_kept_as_its_evidence() {
        Order order = submitted();

        assertThat(apply(SampleOrders.atBroker(order, OrderStatus.FILLED, "10")))
                .isInstanceOf(ReportOutcome.Changed.class);

        assertThat(stored(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(repository.history(order.id()))
                .last()
                .extracting(OrderEvent::evidence)
                .extracting(Evidence::source)
                .isEqualTo(Evidence.Source.STREAM);
    }

    @Test
    void the_same_news_twice_changes_the_order_once() {
        Order order = submitted();
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.PARTIALLY_FILLED, "4");

        apply(there);

        assertThat(apply(there)).isInstanceOf(ReportOutcome.NothingNew.class);
        assertThat(repository.history(order.id())).hasSize(3);
    }

    @Test
    void news_that_comes_late_takes_nothing_back() {
        Order order = submitted();
        apply(SampleOrders.atBroker(order, OrderStatus.FILLED, "10"));

        assertThat(apply(SampleOrders.atBroker(order, OrderStatus.PARTIALLY_FILLED, "4")))
                .isInstanceOf(ReportOutcome.NothingNew.class);
        assertThat(apply(SampleOrders.atBroker(order, OrderStatus.NEW, "0")))
                .isInstanceOf(ReportOutcome.NothingNew.class);
        assertThat(stored(order).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void news_that_overtakes_the_answer_is_the_answer() {
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order = submitted();
        assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);

        apply(SampleOrders.atBroker(order, OrderStatus.NEW, "0"));

        assertThat(stored(order).brokerOrderId()).isEqualTo(SampleOrders.brokerOrderId(order));
    }

    @Test
    void news_of_an_order_sent_elsewhere_is_told_and_not_stored() {
        BrokerOrder foreign =
                SampleOrders.atBroker(new SampleOrders().intent(), OrderStatus.NEW, "0");

        assertThat(apply(foreign)).isEqualTo(new ReportOutcome.NotOurs(foreign));
        assertThat(repository.byBrokerOrderId(foreign.brokerOrderId())).isEmpty();
    }

    @Test
    void news_under_our_name_of_an_order_of_another_amount_is_a_conflict() {
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order = submitted();
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.FILLED, "10");

        NewOrder byCash = order.terms().with(new OrderAmount.ByCash(Money.of("99")));
        assertThat(apply(SampleOrders.like(there).terms(byCash).order()))
                .isInstanceOf(ReportOutcome.Conflict.class);
        assertThat(stored(order)).isEqualTo(order);
    }

    @Test
    void news_under_another_id_of_the_broker_is_a_conflict() {
        Order order = submitted();
        BrokerOrder there = SampleOrders.atBroker(order, OrderStatus.FILLED, "10");

        assertThat(
                        apply(
                                SampleOrders.like(there)
                                        .brokerOrderId(new BrokerOrderId("another"))
                                        .order()))
                .isInstanceOf(ReportOutcome.Conflict.class);
        assertThat(stored(order)).isEqualTo(order);
    }

    private ReportOutcome apply(BrokerOrder there) {
        return applyExecutionReport.apply(FakeStream.report(there));
    }

    private Order submitted() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
