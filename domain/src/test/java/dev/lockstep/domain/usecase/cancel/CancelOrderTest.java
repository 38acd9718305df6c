package dev.lockstep.domain.usecase.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import org.junit.jupiter.api.Test;

class CancelOrderTest {
    private static final Evidence ANSWER = Evidence.local("answer");

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private final CancelOrder cancelOrder = new CancelOrder(repository, broker, clock);
    private final SyncOrders syncOrders = new SyncOrders(repository, broker, sample.ids(), clock);

    @Test
    void an_accepted_cancel_is_pending_until_the_broker_says_canceled() {
        Order order = submitted();

        CancelResult result = cancelOrder.cancel(order.id());

        assertThat(result).isEqualTo(new CancelResult.Requested(stored(order)));
        assertThat(stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        broker.set(order, OrderStatus.CANCELED, "0");
        syncOrders.sync();
        assertThat(stored(order).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void an_order_that_filled_first_is_filled_and_the_caller_is_told_too_late() {
        Order order = submitted();
        broker.set(order, OrderStatus.FILLED, "10");
        broker.nextCancel(new CancelAnswer.Refused("order is already in \"filled\" state", ANSWER));

        CancelResult result = cancelOrder.cancel(order.id());

        assertThat(result).isEqualTo(new CancelResult.TooLate(stored(order)));
        assertThat(stored(order).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void a_refused_cancel_of_a_working_order_gives_back_its_status() {
        Order order = submitted();
        broker.set(order, OrderStatus.PARTIALLY_FILLED, "4");
        broker.nextCancel(new CancelAnswer.Refused("not now", ANSWER));

        CancelResult result = cancelOrder.cancel(order.id());

        assertThat(result).isEqualTo(new CancelResult.Refused(stored(order), "not now"));
        assertThat(stored(order).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(stored(order).state().cancelWanted()).isFalse();
    }

    @Test
    void a_lost_cancel_stays_pending_and_may_be_asked_for_again() {
        Order order = submitted();
        broker.nextCancel(new CancelAnswer.Unresolved("timeout", ANSWER));

        assertThat(cancelOrder.cancel(order.id())).isInstanceOf(CancelResult.Unresolved.class);
        assertThat(stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(cancelOrder.cancel(order.id())).isInstanceOf(CancelResult.Requested.class);
        assertThat(broker.cancels()).hasSize(2);
    }

    @Test
    void a_refused_cancel_whose_order_cannot_be_read_decides_nothing() {
        Order order = submitted();
        broker.nextCancel(new CancelAnswer.Refused("no", ANSWER));
        broker.down(true);

        assertThat(cancelOrder.cancel(order.id())).isInstanceOf(CancelResult.Unresolved.class);
        assertThat(stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
    }

    @Test
    void the_wish_to_cancel_an_unknown_order_is_kept() {
        broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
        Order order = submitted();

        assertThat(cancelOrder.cancel(order.id())).isInstanceOf(CancelResult.OnceResolved.class);
        assertThat(stored(order).state().cancelWanted()).isTrue();
        assertThat(broker.cancels()).isEmpty();
    }

    @Test
    void a_closed_order_is_too_late_to_cancel() {
        broker.next(NextSubmit.REFUSE);
        Order order = submitted();

        assertThat(cancelOrder.cancel(order.id())).isEqualTo(new CancelResult.TooLate(order));
        assertThat(broker.cancels()).isEmpty();
    }

    @Test
    void an_order_that_is_not_there_is_named() {
        Order stranger = sample.intent();

        assertThat(cancelOrder.cancel(stranger.id()))
                .isEqualTo(new CancelResult.NoSuchOrder(stranger.id()));
    }

    @Test
    void a_status_that_still_reads_new_does_not_undo_the_request() {
        Order order = submitted();
        cancelOrder.cancel(order.id());
        broker.set(order, OrderStatus.NEW, "0");

        syncOrders.sync();

        assertThat(stored(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
    }

    private Order submitted() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
