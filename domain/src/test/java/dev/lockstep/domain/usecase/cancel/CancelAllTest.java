package dev.lockstep.domain.usecase.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.broker.CancelAllAnswer;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancelAllTest {
    private static final Evidence ANSWER = Evidence.local("answer");
    private static final CancelScope EVERY_ORDER = new CancelScope(null, null, true);

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private final CancelAll cancelAll = new CancelAll(repository, broker, clock);

    @Test
    void cancel_all_of_our_orders_names_each_because_the_list_may_hide_orders_of_others() {
        Order first = submitted();
        Order second = submitted();

        CancelAllResult result = cancelAll.cancelAll(CancelScope.OURS);

        assertThat(broker.cancelAlls()).isZero();
        assertThat(broker.cancels()).containsExactly(brokerOrderId(first), brokerOrderId(second));
        assertThat(result.ours()).hasOnlyElementsOfType(CancelResult.Requested.class);
    }

    @Test
    void cancels_are_sent_although_their_requests_cannot_be_stored() {
        Order first = submitted();
        Order second = submitted();
        repository.failUpdates(true);

        CancelAllResult ours = cancelAll.cancelAll(CancelScope.OURS);
        CancelAllResult every = cancelAll.cancelAll(EVERY_ORDER);

        assertThat(broker.cancels()).containsExactly(brokerOrderId(first), brokerOrderId(second));
        assertThat(broker.cancelAlls()).isEqualTo(1);
        assertThat(List.of(ours, every))
                .allSatisfy(result ->
                        assertThat(result.ours())
                                .hasSize(2)
                                .allSatisfy(each ->
                                        assertThat(each.toString())
                                                .startsWith("Unstored")
                                                .contains("the broker accepted the cancel")
                                                .contains("not stored")));
    }

    @Test
    void all_requests_are_stored_in_one_batch_and_the_broker_is_asked_once() {
        Order first = submitted();
        Order second = submitted();
        AtomicInteger writes = new AtomicInteger();
        repository.onUpdate(writes::incrementAndGet);

        CancelAllResult result = cancelAll.cancelAll(EVERY_ORDER);

        assertThat(writes).hasValue(1);
        assertThat(broker.cancelAlls()).isEqualTo(1);
        assertThat(broker.cancels()).isEmpty();
        assertThat(result.ours())
                .containsExactly(
                        new CancelResult.Requested(stored(first)),
                        new CancelResult.Requested(stored(second)));
        assertThat(stored(first).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
    }

    @Test
    void an_order_that_the_answer_does_not_cover_is_asked_for_by_its_name() {
        Order covered = submitted();
        Order forgotten = submitted();
        SequencedMap<BrokerOrderId, CancelAnswer> answers = new LinkedHashMap<>();
        answers.put(brokerOrderId(covered), new CancelAnswer.Requested(ANSWER));
        broker.nextCancelAll(new CancelAllAnswer.Answered(answers, ANSWER));

        cancelAll.cancelAll(EVERY_ORDER);

        assertThat(broker.cancels()).containsExactly(brokerOrderId(forgotten));
    }

    @Test
    void when_the_one_request_is_lost_each_order_is_asked_for() {
        submitted();
        submitted();
        broker.nextCancelAll(new CancelAllAnswer.Unresolved("timeout", ANSWER));

        CancelAllResult result = cancelAll.cancelAll(EVERY_ORDER);

        assertThat(broker.cancels()).hasSize(2);
        assertThat(result.ours()).hasOnlyElementsOfType(CancelResult.Requested.class);
    }

    @Test
    void an_order_that_filled_first_is_too_late_and_the_others_are_asked_for() {
        Order filled = submitted();
        submitted();
        SequencedMap<BrokerOrderId, CancelAnswer> answers = new LinkedHashMap<>();
        answers.put(brokerOrderId(filled), new CancelAnswer.Refused("filled", ANSWER));
        broker.nextCancelAll(new CancelAllAnswer.Answered(answers, ANSWER));
        broker.set(filled, OrderStatus.FILLED, "10");

        CancelAllResult result = cancelAll.cancelAll(EVERY_ORDER);

        assertThat(result.ours().getFirst()).isEqualTo(new CancelResult.TooLate(stored(filled)));
        assertThat(result.ours().getLast()).isInstanceOf(CancelResult.Requested.class);
    }

    @Test
    void orders_of_others_are_told_and_left_alone() {
        Order ours = submitted();
        BrokerOrder theirs = external();
        broker.foreign(theirs);

        CancelAllResult result = cancelAll.cancelAll(CancelScope.OURS);

        assertThat(broker.cancelAlls()).isZero();
        assertThat(broker.cancels()).containsExactly(brokerOrderId(ours));
        assertThat(result.external())
                .containsExactly(new CancelAllResult.External(theirs.brokerOrderId(), null, false));
    }

    @Test
    void orders_of_others_are_canceled_when_that_is_asked_for() {
        submitted();
        BrokerOrder theirs = external();
        broker.foreign(theirs);

        CancelAllResult result = cancelAll.cancelAll(new CancelScope(null, null, true));

        assertThat(broker.cancelAlls()).isEqualTo(1);
        assertThat(broker.cancels()).containsExactly(theirs.brokerOrderId());
        assertThat(result.external().getFirst().answer())
                .isInstanceOf(CancelAnswer.Requested.class);
    }

    @Test
    void a_list_that_fails_stops_no_cancel_and_never_reaches_orders_of_others() {
        Order order = submitted();
        broker.listsDown(true);

        CancelAllResult result = cancelAll.cancelAll(CancelScope.OURS);

        assertThat(result.externalUnknown()).isNotNull();
        assertThat(broker.cancelAlls()).isZero();
        assertThat(broker.cancels()).containsExactly(brokerOrderId(order));
    }

    @Test
    void a_filter_leaves_all_other_orders_working() {
        submitted();
        NewOrder sale =
                new NewOrder(
                        new Symbol("F"),
                        Side.SELL,
                        Quantity.of("1"),
                        new OrderType.Market(),
                        TimeInForce.DAY);
        Order meant = submitOrder.submit(sale).order();

        CancelAllResult bySymbol =
                cancelAll.cancelAll(new CancelScope(new Symbol("F"), null, false));
        CancelAllResult bySide = cancelAll.cancelAll(new CancelScope(null, Side.SELL, false));

        assertThat(bySymbol.ours()).hasSize(1);
        assertThat(bySide.ours()).hasSize(1);
        assertThat(broker.cancels()).containsOnly(brokerOrderId(meant));
        assertThat(broker.cancelAlls()).isZero();
    }

    @Test
    void the_wish_to_cancel_an_unknown_order_is_kept_and_closed_ones_are_not_named() {
        broker.next(NextSubmit.REFUSE);
        submitted();
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order unknown = submitted();

        CancelAllResult result = cancelAll.cancelAll(CancelScope.OURS);

        assertThat(result.ours()).containsExactly(new CancelResult.OnceResolved(stored(unknown)));
        assertThat(stored(unknown).state().cancelWanted()).isTrue();
    }

    @Test
    void a_preview_changes_and_asks_for_nothing() {
        Order order = submitted();

        assertThat(cancelAll.preview(CancelScope.OURS).ours()).containsExactly(order);
        assertThat(stored(order)).isEqualTo(order);
        assertThat(broker.cancels()).isEmpty();
        assertThat(broker.cancelAlls()).isZero();
    }

    private static BrokerOrder external() {
        Order stranger = new SampleOrders(new InstanceTag("other")).intent();
        return SampleOrders.like(SampleOrders.atBroker(stranger, OrderStatus.NEW, "0"))
                .brokerOrderId(new BrokerOrderId("theirs"))
                .order();
    }

    private static BrokerOrderId brokerOrderId(Order order) {
        return SampleOrders.brokerOrderId(order);
    }

    private Order submitted() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
