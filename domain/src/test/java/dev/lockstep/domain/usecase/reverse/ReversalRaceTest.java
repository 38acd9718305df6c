package dev.lockstep.domain.usecase.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose.Reversal;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.store.OrderUpdate;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reversals of one position by several callers and processes. */
class ReversalRaceTest extends ReversalFixture {
    @BeforeEach
    void position() {
        hold("10");
    }

    @Test
    void a_caller_that_was_overtaken_gets_the_reversal_of_the_first_and_reverses_nothing_back() {
        ReversalResult.Reversing second =
                reversing(process(interrupted(1, this::reversedAndFilled)).reverse(AAPL));

        assertThat(second.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
    }

    @Test
    void two_requests_at_once_are_one() {
        ReversalResult.Reversing second =
                reversing(process(interrupted(2, this::reversed)).reverse(AAPL));

        assertThat(reversed().order().id()).isEqualTo(second.order().id());
        fill(second.close(), "0");
        resume();
        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
    }

    @Test
    void two_processes_send_a_reversal_once() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");

        process(interrupted(1, reversePosition::resume)).resume();

        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
        assertThat(status(result.order())).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void of_two_reversals_of_one_close_the_older_one_is_sent() {
        ReversalResult.Reversing result = reversed();
        Order other = secondOf(result);
        fill(result.close(), "0");
        resume();

        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
        assertThat(status(result.order())).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(status(other)).isEqualTo(OrderStatus.DENIED);
        assertThat(text(other)).contains(result.order().id().value());
    }

    @Test
    void a_reversal_is_not_sent_next_to_another_one_that_was_stored_meanwhile() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        Broker slow =
                interrupted(
                        1,
                        () -> {
                            secondOf(result);
                            resume();
                        });

        process(slow).resume();
        resume();

        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
    }

    @Test
    void a_fill_between_the_fetch_and_the_send_holds_it_back() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        Order entry = sample.intent();

        process(
                        interrupted(
                                1,
                                () -> {
                                    repository.add(entry, Evidence.local("test"));
                                    broker.set(entry, OrderStatus.FILLED, "10");
                                    repository.update(
                                            OrderUpdate.applying(
                                                    entry.id(),
                                                    SampleOrders.report(
                                                            entry, OrderStatus.FILLED, "10"),
                                                    clock.instant(),
                                                    Evidence.local("test")));
                                }))
                .resume();

        assertThat(status(result.order())).isEqualTo(OrderStatus.WAITING);
        assertThat(sent()).containsExactly("SELL 10");
    }

    private void reversedAndFilled() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        resume();
        fill(result.order(), "-10");
    }

    /** Two processes that saw a close under two of its sizes store two. */
    private Order secondOf(ReversalResult.Reversing result) {
        Order order = sample.intent(result.order().terms());
        Order second =
                Order.waiting(
                        order.id(),
                        order.clientOrderId(),
                        order.idempotencyKey(),
                        new Reversal(result.close().id()),
                        null,
                        order.terms(),
                        "",
                        clock.instant());
        return repository.add(second, Evidence.local("test")).order();
    }

    /** Returns the broker with an event behind its n-th answer with positions. */
    private Broker interrupted(int answer, Runnable event) {
        AtomicInteger asked = new AtomicInteger();
        return (Broker)
                Proxy.newProxyInstance(
                        Broker.class.getClassLoader(),
                        new Class<?>[] {Broker.class},
                        (_, method, args) -> {
                            Object positions = method.invoke(broker, args);
                            if (method.getName().equals("positions")
                                    && asked.incrementAndGet() == answer) {
                                event.run();
                            }
                            return positions;
                        });
    }
}
