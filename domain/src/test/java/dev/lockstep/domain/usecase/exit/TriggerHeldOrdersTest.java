package dev.lockstep.domain.usecase.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Held exits: sent once, for what their entry filled. */
class TriggerHeldOrdersTest extends HeldExitFixture {
    @Test
    void an_exit_waits_until_its_entry_has_filled_and_is_sent_once() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);
        assertThat(broker.sends()).hasSize(1);

        became(entry, OrderStatus.FILLED, "10");
        release();
        release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).extracting(Order::id).containsExactly(entry.id(), exit.id());
    }

    @Test
    void an_exit_ends_here_when_its_entry_ended_without_a_fill() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.CANCELED, "0");

        release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_entry_that_filled_while_its_cancel_was_awaited_still_resolves_its_exit() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        new CancelOrder(repository, broker, clock).cancel(entry.id());
        release();
        assertThat(stored(exit).status()).isEqualTo(OrderStatus.WAITING);

        became(entry, OrderStatus.FILLED, "10");
        release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void an_entry_that_ended_partly_filled_gets_an_exit_for_what_filled() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.CANCELED, "4");

        release();
        release();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends()).hasSize(2);
        assertThat(broker.sends().getLast().terms().orderQty()).isEqualTo(Quantity.of("4"));
    }

    @Test
    void the_older_exit_is_served_first_where_an_entry_filled_in_part() {
        Order entry = entry();
        Order older = submitExit.submit(entry.id(), stop("6")).order();
        Order younger = submitExit.submit(entry.id(), stop("4")).order();
        became(entry, OrderStatus.CANCELED, "8");

        release();

        assertThat(stored(older).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(stored(younger).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.sends().getLast().terms().orderQty()).isEqualTo(Quantity.of("2"));
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

        release();
        clock.pass(Duration.ofSeconds(16));
        new ResolveUnknown(
                        repository,
                        repository.riskControl(),
                        broker,
                        sample.ids(),
                        clock,
                        new RecoveryPolicy(Duration.ofSeconds(15), Duration.ZERO))
                .resolve();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).hasSize(2);
    }

    @Test
    void an_exit_whose_sender_died_is_not_sent_again_once_the_position_is_closed() {
        Order entry = entry();
        Order exit = exit(entry, "10");
        became(entry, OrderStatus.FILLED, "10");
        repository.onUpdate(() -> {
            throw new IllegalStateException("the process is gone");
        });
        assertThatThrownBy(releaseWaiting::release).isInstanceOf(IllegalStateException.class);
        repository.onUpdate(() -> {});
        soldByHand("10");

        clock.pass(Duration.ofSeconds(16));
        new ResolveUnknown(
                        repository,
                        repository.riskControl(),
                        broker,
                        sample.ids(),
                        clock,
                        new RecoveryPolicy(Duration.ofSeconds(15), Duration.ZERO))
                .resolve();

        assertThat(stored(exit).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(stored(exit).state().text()).contains("the position that it was to close");
        assertThat(broker.sends()).extracting(Order::id).doesNotContain(exit.id());
    }
}
