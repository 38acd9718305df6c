package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.FakeStream;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.domain.incident.Incident;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A cancel that was accepted is carried out, whoever learns that the broker has the order. */
class RequestedCancelTest {
    private static final Evidence ANSWER = Evidence.local("answer");

    private final LoopFixture its = new LoopFixture();

    @Test
    void cancel_of_an_order_in_flight_is_sent_when_the_answer_arrives() {
        its.broker.onSubmit(order ->
                assertThat(its.cancelOrder.cancel(order.id()))
                        .isInstanceOf(CancelResult.OnceResolved.class));

        Order order = its.submitted();

        assertCanceledOnce(order);
    }

    @Test
    void cancel_all_and_halt_reach_an_order_in_flight() {
        CancelAll cancelAll = new CancelAll(its.repository, its.broker, its.clock);
        its.broker.onSubmit(_ -> cancelAll.cancelAll(CancelScope.OURS));
        assertCanceledOnce(its.submitted());

        LoopFixture other = new LoopFixture();
        CancelAll everything = new CancelAll(other.repository, other.broker, other.clock);
        other.broker.onSubmit(_ -> everything.cancelAll(new CancelScope(null, null, true)));
        other.submitted();
        assertThat(other.broker.cancels()).hasSize(1);
    }

    @Test
    void each_of_a_hundred_orders_canceled_before_its_answer_is_canceled_at_the_broker() {
        its.broker.onSubmit(order -> its.cancelOrder.cancel(order.id()));

        List<Order> orders = IntStream.range(0, 100).mapToObj(_ -> its.submitted()).toList();

        assertThat(its.broker.cancels())
                .containsExactlyElementsOf(
                        orders.stream().map(SampleOrders::brokerOrderId).toList());
    }

    @Test
    void cancel_of_an_unanswered_order_is_sent_when_the_sync_finds_it() {
        Order order = unansweredAndCanceled();

        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();

        assertCanceledOnce(order);
    }

    @Test
    void cancel_of_an_unanswered_order_is_sent_when_the_stream_reports_it() {
        Order order = unansweredAndCanceled();

        its.loop
                .listener()
                .reports(List.of(FakeStream.report(its.broker.book(order.clientOrderId()))));
        assertThat(its.broker.cancels()).as("the stream's thread sends nothing").isEmpty();
        its.loop.tick();

        assertCanceledOnce(order);
    }

    @Test
    void cancel_of_an_unanswered_order_is_sent_when_the_order_is_looked_up() {
        its.broker.listsDown(true);
        Order order = unansweredAndCanceled();

        its.pass(Duration.ofSeconds(7));
        its.broker.listsDown(false);

        assertCanceledOnce(order);
    }

    @Test
    void cancel_that_a_crash_left_unsent_is_sent_after_the_restart() {
        Order order = unansweredAndCanceled();
        // The process stored the answer and died before it sent the cancel.
        its.repository.update(
                OrderUpdate.applying(
                        order.id(),
                        its.broker.book(order.clientOrderId()).report(),
                        its.clock.instant(),
                        ANSWER));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);

        its.pass(Duration.ofSeconds(18));

        assertCanceledOnce(order);
    }

    @Test
    void cancel_that_an_earlier_release_forgot_is_sent_by_the_first_sync() {
        Order order = its.submitted();
        its.repository.update(new OrderUpdate(order.id(), RequestedCancelTest::forgotten, ANSWER));

        its.loop.tick();

        assertCanceledOnce(order);
    }

    @Test
    void cancel_of_an_order_that_seemed_never_accepted_is_sent_when_it_appears() {
        its.broker.next(NextSubmit.LOSE_THE_REQUEST);
        Order order = its.submitted();
        its.cancelOrder.cancel(order.id());
        its.pass(Duration.ofSeconds(14));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);

        its.broker.set(order, OrderStatus.NEW, "0");
        its.pass(Duration.ofSeconds(6));

        assertCanceledOnce(order);
    }

    @Test
    void order_that_takes_the_place_of_a_canceled_one_is_canceled_too() {
        Order order = its.submitted();
        its.broker.onReplace(_ -> {
            its.broker.nextCancel(new CancelAnswer.Refused("order is pending replace", ANSWER));
            its.cancelOrder.cancel(order.id());
        });

        Order successor = replaced(order);

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.REPLACED);
        assertThat(its.stored(successor).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(its.broker.cancels())
                .containsExactly(
                        SampleOrders.brokerOrderId(order), its.stored(successor).brokerOrderId());
    }

    @Test
    void cancel_all_during_a_replacement_cancels_the_order_that_takes_its_place() {
        Order order = its.submitted();
        CancelAll cancelAll = new CancelAll(its.repository, its.broker, its.clock);
        its.broker.onReplace(_ -> cancelAll.cancelAll(CancelScope.OURS));

        Order successor = replaced(order);

        assertThat(its.stored(successor).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(its.broker.cancels()).contains(its.stored(successor).brokerOrderId());
    }

    @Test
    void cancel_of_an_order_that_was_just_replaced_goes_to_its_successor() {
        its.broker.losesReplaceAnswers(true);
        Order order = its.submitted();
        Order successor = replaced(order);
        // The old order reads as working again: the broker had not finished the replacement.
        its.repository.update(new OrderUpdate(order.id(), this::working, ANSWER));
        its.broker.nextCancel(new CancelAnswer.Refused("order is already replaced", ANSWER));

        CancelResult result = its.cancelOrder.cancel(order.id());

        assertThat(result).isEqualTo(new CancelResult.OnceResolved(its.stored(successor)));
        new SyncOrders(its.repository, its.broker, its.sample.ids(), its.clock).sync();
        assertThat(its.broker.cancels()).contains(its.stored(successor).brokerOrderId());
    }

    @Test
    void second_cancel_of_a_pending_cancel_is_not_shown_as_refused_and_changes_nothing() {
        Order order = its.submitted();
        its.cancelOrder.cancel(order.id());
        Order before = its.stored(order);
        its.broker.set(order, OrderStatus.PENDING_CANCEL, "0");
        its.broker.nextCancel(new CancelAnswer.Refused("order pending cancel", ANSWER));

        CancelResult result = its.cancelOrder.cancel(order.id());

        assertThat(result).isInstanceOf(CancelResult.Requested.class);
        assertThat(its.stored(order).state().cancelWanted()).isTrue();
        its.cancelOrder.cancel(order.id());
        its.cancelOrder.cancel(order.id());
        assertThat(its.stored(order).version()).isLessThanOrEqualTo(before.version() + 1);
    }

    @Test
    void second_cancel_that_is_refused_while_the_order_reads_new_leaves_the_first_in_force() {
        Order order = its.submitted();
        its.cancelOrder.cancel(order.id());
        its.broker.nextCancel(new CancelAnswer.Refused("not now", ANSWER));

        CancelResult result = its.cancelOrder.cancel(order.id());

        assertThat(result).isEqualTo(new CancelResult.Postponed(its.stored(order), "not now"));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(its.stored(order).state().cancelWanted()).isTrue();
    }

    @Test
    void a_stuck_cancel_is_one_incident_a_few_events_and_ever_rarer_requests() {
        Order order = its.submitted();
        its.cancelOrder.cancel(order.id());

        its.pass(Duration.ofHours(1));

        assertThat(its.openIncidents())
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.kind()).isEqualTo(IncidentKind.CHANGE_UNCONFIRMED);
                    assertThat(incident.subject()).isEqualTo(order.id().value());
                });
        assertThat(its.repository.history(order.id())).hasSizeLessThan(6);
        assertThat(its.broker.cancels()).hasSizeBetween(5, 18);

        its.broker.set(order, OrderStatus.CANCELED, "0");
        its.pass(Duration.ofSeconds(10));
        assertThat(its.openIncidents()).extracting(Incident::kind).isEmpty();
    }

    @Test
    void a_cancel_that_the_broker_reports_as_pending_is_repeated_rarely() {
        Order order = its.submitted();
        its.cancelOrder.cancel(order.id());
        its.broker.set(order, OrderStatus.PENDING_CANCEL, "0");
        for (int i = 0; i < 100; i++) {
            its.broker.nextCancel(new CancelAnswer.Refused("order pending cancel", ANSWER));
        }

        its.pass(Duration.ofHours(1));

        assertThat(its.broker.cancels()).hasSizeLessThanOrEqualTo(14);
        assertThat(its.repository.history(order.id())).hasSizeLessThan(6);
        assertThat(its.stored(order).state().cancelWanted()).isTrue();
    }

    @Test
    void forty_stuck_cancels_leave_the_requests_of_a_minute_to_others() {
        for (int i = 0; i < 40; i++) {
            its.cancelOrder.cancel(its.submitted().id());
        }
        int sent = its.broker.cancels().size();

        its.pass(Duration.ofMinutes(1));

        assertThat(its.broker.cancels().size() - sent).isLessThanOrEqualTo(60);
        assertThat(its.broker.lookups()).isZero();
    }

    @Test
    void a_cancel_that_stays_unanswered_is_sent_again_every_half_minute() {
        Order order = its.submitted();
        for (int answers = 0; answers < 200; answers++) {
            its.broker.nextCancel(new CancelAnswer.Unresolved("connection reset", ANSWER));
        }
        its.cancelOrder.cancel(order.id());
        its.pass(Duration.ofMinutes(20));
        int before = its.broker.cancels().size();

        its.pass(Duration.ofSeconds(36));

        assertThat(its.broker.cancels().size()).isGreaterThan(before);
    }

    @Test
    void a_cancel_that_was_requested_elsewhere_is_not_repeated_by_us() {
        Order order = its.submitted();
        its.broker.set(order, OrderStatus.PENDING_CANCEL, "0");
        its.pass(Duration.ofMinutes(3));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);

        its.broker.set(order, OrderStatus.NEW, "0");
        its.pass(Duration.ofSeconds(6));

        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.NEW);
        assertThat(its.broker.cancels()).isEmpty();
    }

    private void assertCanceledOnce(Order order) {
        assertThat(its.broker.cancels()).containsExactly(SampleOrders.brokerOrderId(order));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        its.broker.set(order, OrderStatus.CANCELED, "0");
        its.pass(Duration.ofMinutes(1));
        assertThat(its.stored(order).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(its.broker.cancels()).hasSize(1);
    }

    private Order unansweredAndCanceled() {
        its.broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order = its.submitted();
        its.cancelOrder.cancel(order.id());
        return order;
    }

    private Order replaced(Order order) {
        ReplaceOrder replaceOrder =
                SampleUseCases.replaceOrder(
                        its.repository, its.broker, its.sample.ids(), its.clock);
        replaceOrder.replace(
                order.id(), new ReplaceRequest(Quantity.of("12"), null, null, null, null));
        return its.repository.replacements(order.id()).getLast();
    }

    /** As rows of releases are that stored an answer and forgot the request. */
    private static Order forgotten(Order order) {
        OrderState state = order.state();
        return changed(
                order,
                new OrderState(
                        state.status(),
                        state.brokerOrderId(),
                        state.brokerStatus(),
                        state.cumQty(),
                        state.avgPx(),
                        true,
                        state.transactTime(),
                        state.text()));
    }

    private Order working(Order order) {
        OrderState state = order.state();
        BrokerOrderId id = state.brokerOrderId();
        return changed(
                order,
                new OrderState(
                        OrderStatus.NEW,
                        id,
                        "new",
                        state.cumQty(),
                        null,
                        false,
                        state.transactTime(),
                        ""));
    }

    private static Order changed(Order order, OrderState state) {
        return new Order(
                order.id(),
                order.clientOrderId(),
                order.idempotencyKey(),
                order.purpose(),
                order.parent(),
                order.replaces(),
                order.terms(),
                state,
                order.createdAt(),
                order.updatedAt(),
                order.version() + 1);
    }
}
