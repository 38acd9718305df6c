package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.IdempotencyKey;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.port.FakeBroker;
import dev.lockstep.domain.port.SampleOrders;
import dev.lockstep.domain.port.TestClock;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ReleaseWaitingTest {
    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            new SubmitOrder(repository, broker, sample.ids(), clock);
    private final SubmitExit submitExit = new SubmitExit(repository, sample.ids(), clock);
    private final ReleaseWaiting releaseWaiting =
            new ReleaseWaiting(repository, broker, sample.ids(), clock);
    private final SyncOrders syncOrders = new SyncOrders(repository, broker, clock);

    @Test
    void an_exit_waits_until_its_entry_has_filled_and_is_sent_once() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        releaseWaiting.release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);
        assertThat(broker.sends()).hasSize(1);

        became(entry, OrderStatus.FILLED, "10");
        releaseWaiting.release();
        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).extracting(Order::id).containsExactly(entry.id(), exit.id());
    }

    @Test
    void an_exit_ends_here_when_its_entry_ended_without_a_fill() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.CANCELED, "0");

        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_entry_that_filled_while_its_cancel_was_awaited_still_resolves_its_exit() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        new CancelOrder(repository, broker, clock).cancel(entry.id());
        releaseWaiting.release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);

        became(entry, OrderStatus.FILLED, "10");
        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void an_entry_that_ended_partly_filled_gets_an_exit_for_what_filled() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.CANCELED, "4");

        releaseWaiting.release();
        releaseWaiting.release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).hasSize(2);
        assertThat(broker.sends().getLast().terms().orderQty()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void several_passes_at_once_send_an_exit_once() throws Exception {
        Order entry = entry();
        exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        Callable<List<Order>> pass = releaseWaiting::release;

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(List.of(pass, pass, pass, pass));
        }

        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void an_exit_whose_sender_died_after_the_claim_is_sent_by_the_recovery() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        repository.onUpdate(() -> {
            throw new IllegalStateException("the process is gone");
        });
        assertThatThrownBy(releaseWaiting::release).isInstanceOf(IllegalStateException.class);
        repository.onUpdate(() -> {});
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.PENDING_SUBMIT);

        releaseWaiting.release();
        clock.pass(Duration.ofSeconds(16));
        new ResolveUnknown(
                        repository,
                        broker,
                        sample.ids(),
                        clock,
                        new RecoveryPolicy(Duration.ofSeconds(15), Duration.ZERO))
                .resolve();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void an_exit_trades_against_its_entry_and_no_more() {
        Order entry = entry();

        assertThatThrownBy(() -> exit(entry, "11"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("orderQty");
        IdempotencyKey key = new IdempotencyKey("more");
        assertThatThrownBy(() -> submitExit.submit(entry.id(), entry.terms(), key))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("side");
    }

    private Order entry() {
        return submitOrder.submit(SampleOrders.tenShares()).order();
    }

    private Order exit(Order entry, String orderQty) {
        NewOrder terms =
                new NewOrder(
                        entry.terms().symbol(),
                        Side.SELL,
                        Quantity.of(orderQty),
                        new OrderType.Stop(Price.of("150")),
                        TimeInForce.GTC);
        return submitExit.submit(entry.id(), terms, new IdempotencyKey("exit")).order();
    }

    private void became(Order order, OrderStatus status, String cumQty) {
        broker.set(order, status, cumQty);
        syncOrders.sync();
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
