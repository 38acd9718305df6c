package dev.lockstep.domain.usecase.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleFills;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderEvent;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.port.broker.StreamedReport;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ApplyExecutionReportsTest {
    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private final List<FillCorrection> corrections = new ArrayList<>();
    private final ApplyExecutionReports applyExecutionReports =
            new ApplyExecutionReports(repository, broker, sample.ids(), clock, corrections::add);

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

    @Test
    void events_that_arrive_together_are_stored_in_one_write_with_their_executions() {
        Order one = submitted();
        Order other = submitted();
        AtomicInteger writes = new AtomicInteger();
        repository.onUpdate(writes::incrementAndGet);

        List<ReportOutcome> outcomes =
                applyExecutionReports.apply(
                        List.of(
                                fill(one, OrderStatus.PARTIALLY_FILLED, "4", "4"),
                                fill(other, OrderStatus.FILLED, "10", "10"),
                                fill(one, OrderStatus.FILLED, "6", "10"),
                                FakeStream.report(
                                        SampleOrders.atBroker(
                                                sample.intent(), OrderStatus.NEW, "0"))));

        assertThat(writes).hasValue(1);
        assertThat(outcomes.subList(0, 3)).hasOnlyElementsOfType(ReportOutcome.Changed.class);
        assertThat(outcomes.getLast()).isInstanceOf(ReportOutcome.NotOurs.class);
        assertThat(stored(one).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(stored(other).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(repository.fills().of(SampleOrders.brokerOrderId(one)))
                .extracting(Fill::cumQty)
                .containsExactly(Quantity.of("4"), Quantity.of("10"));
    }

    @Test
    void a_bust_among_other_events_takes_back_what_the_earlier_ones_stored() {
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order = submitted();
        StreamedReport fill = fill(order, OrderStatus.PARTIALLY_FILLED, "4", "4");
        FillCorrection bust =
                FillCorrection.bust(
                        new ExecutionId("bust"),
                        new ExecutionId("4"),
                        SampleOrders.brokerOrderId(order),
                        SampleOrders.START,
                        "{}");
        StreamedReport busted =
                new StreamedReport(
                        "trade_bust",
                        null,
                        null,
                        bust,
                        SampleOrders.atBroker(order, OrderStatus.NEW, "0"),
                        fill.evidence());

        List<ReportOutcome> outcomes = applyExecutionReports.apply(List.of(fill, busted));

        assertThat(outcomes).hasOnlyElementsOfType(ReportOutcome.Changed.class).hasSize(2);
        assertThat(stored(order).cumQty()).isEqualTo(Quantity.ZERO);
        assertThat(corrections).containsExactly(bust);
    }

    private static StreamedReport fill(Order order, OrderStatus status, String qty, String cumQty) {
        BrokerOrder there = SampleOrders.atBroker(order, status, cumQty);
        return new StreamedReport(
                "fill",
                null,
                SampleFills.fill(order.id() + cumQty, there.brokerOrderId(), qty, cumQty),
                there,
                new Evidence(Evidence.Source.STREAM, "trade_updates", "", "{}"));
    }

    private ReportOutcome apply(BrokerOrder there) {
        return applyExecutionReports.apply(List.of(FakeStream.report(there))).getFirst();
    }

    private Order submitted() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
