package dev.lockstep.domain.usecase.replace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.RejectReason;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Replacements with a lost answer or a crash: resolved later, never sent twice. */
class ReplaceRecoveryTest extends ReplaceFixture {
    @Test
    void a_lost_answer_is_unknown_until_the_new_order_is_found_by_its_name() {
        Order old = working();
        broker.losesReplaceAnswers(true);
        Order unknown = sent(replaceOrder.replace(old.id(), limit("101")));
        BrokerOrder there = broker.book(unknown.clientOrderId());

        assertThat(unknown.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(there.replaces()).isEqualTo(old.brokerOrderId());
        assertThat(stored(old).status()).isEqualTo(OrderStatus.REPLACED);
        resolveUnknown.resolve();
        assertThat(stored(unknown).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_refusal_is_not_believed_where_the_broker_shows_the_replacement() {
        Order old = working();
        repository.onUpdate(() -> {
            repository.onUpdate(() -> {});
            Order intent = repository.replacements(old.id()).getFirst();
            broker.replace(
                    SampleOrders.brokerOrderId(old),
                    new Replacement(
                            intent.clientOrderId(),
                            Quantity.of("10"),
                            intent.terms().type(),
                            intent.terms().timeInForce()),
                    SendGuard.ALWAYS);
            broker.nextReplace(refused(RejectReason.ORDER_STATE, "not sent to exchange yet"));
        });

        Order order = sent(replaceOrder.replace(old.id(), limit("101")));

        assertThat(order.status()).isEqualTo(OrderStatus.NEW);
        assertThat(stored(old).status()).isEqualTo(OrderStatus.REPLACED);
    }

    @Test
    void a_replacement_that_never_arrived_is_never_sent_as_an_order_of_its_own() {
        Order old = working();
        broker.nextReplace(new ReplaceAnswer.Unresolved("timeout", ANSWER));
        Order lost = sent(replaceOrder.replace(old.id(), limit("101")));
        int sends = broker.sends().size();

        resolveUnknown.resolve();
        assertThat(stored(lost).status()).isEqualTo(OrderStatus.UNKNOWN);
        clock.pass(Duration.ofSeconds(16));
        resolveUnknown.resolve();

        assertThat(stored(lost).status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        assertThat(broker.sends()).hasSize(sends);
        assertThat(broker.replacements()).hasSize(1);
        syncOrders.sync();
        assertThat(stored(old).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void an_answer_that_cannot_be_stored_is_found_later() {
        Order old = working();
        repository.onUpdate(() -> repository.failUpdates(true));

        ReplaceResult result = replaceOrder.replace(old.id(), limit("101"));

        assertThat(result).isInstanceOf(ReplaceResult.Unrecorded.class);
        repository.onUpdate(() -> {});
        repository.failUpdates(false);
        resolveUnknown.resolve();
        syncOrders.sync();
        assertThat(repository.replacements(old.id()))
                .extracting(Order::status)
                .containsExactly(OrderStatus.NEW);
        assertThat(stored(old).status()).isEqualTo(OrderStatus.REPLACED);
    }

    @Test
    void a_crash_after_any_write_loses_and_doubles_nothing() {
        for (int crashAfter = 1; crashAfter <= 4; crashAfter++) {
            new ReplaceRecoveryTest().crash(crashAfter);
        }
    }

    private void crash(int afterWrites) {
        Order old = working();
        AtomicInteger writes = new AtomicInteger();
        Runnable crash =
                () -> {
                    if (writes.incrementAndGet() == afterWrites) {
                        throw new Crash();
                    }
                };
        repository.onAdd(crash);
        repository.onUpdate(crash);
        Optional<Crash> died = Optional.empty();
        try {
            replaceOrder.replace(old.id(), limit("101"));
        } catch (Crash crashed) {
            died = Optional.of(crashed);
        }
        repository.onAdd(() -> {});
        repository.onUpdate(() -> {});
        clock.pass(Duration.ofSeconds(16));
        resolveUnknown.resolve();
        syncOrders.sync();

        assertThat(died).isPresent();
        boolean went = !broker.replacements().isEmpty();
        assertThat(broker.replacements().size()).isLessThanOrEqualTo(1);
        assertThat(broker.sends()).hasSize(1);
        assertThat(stored(old).status()).isEqualTo(went ? OrderStatus.REPLACED : OrderStatus.NEW);
        assertThat(repository.replacements(old.id()))
                .extracting(Order::status)
                .containsExactly(went ? OrderStatus.NEW : OrderStatus.NEVER_ACCEPTED);
        List<Order> open = repository.search(OrderQuery.all());
        assertThat(open.stream().filter(order -> order.status().open())).hasSize(1);
    }

    /** The process is gone. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
