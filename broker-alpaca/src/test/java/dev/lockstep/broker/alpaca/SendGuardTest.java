package dev.lockstep.broker.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendGuardTest {
    private static final SendRefusal REFUSAL = new SendRefusal.CancelRequested("canceled");

    private final Order order = new SampleOrders().intent();
    private final Venue venue;

    SendGuardTest() throws IOException {
        venue = new Venue();
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void an_order_refused_by_its_guard_is_certainly_not_sent() {
        SubmitAnswer answer = venue.broker().submit(order, () -> Optional.of(REFUSAL));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        SubmitAnswer.NotSent.class,
                        notSent -> assertThat(notSent.refusal()).isEqualTo(REFUSAL));
        assertThat(venue.server().getRequestCount()).isZero();
    }

    @Test
    void a_replacement_refused_by_its_guard_is_not_sent() {
        Replacement replacement =
                new Replacement(
                        order.clientOrderId(),
                        Quantity.of("10"),
                        new OrderType.Limit(Price.of("100")),
                        TimeInForce.DAY);

        assertThat(
                        venue.broker()
                                .replace(
                                        new BrokerOrderId("b-1"),
                                        replacement,
                                        () -> Optional.of(REFUSAL)))
                .isInstanceOf(ReplaceAnswer.NotSent.class);
        assertThat(venue.server().getRequestCount()).isZero();
    }

    @Test
    void a_throttled_order_checks_its_guard_before_each_attempt() {
        venue.answers(429, Venue.error("rate limit exceeded"))
                .answers(200, Venue.orderJson(order, "new"));
        AtomicInteger checks = new AtomicInteger();
        SendGuard permitsOnce =
                () -> checks.getAndIncrement() == 0 ? Optional.empty() : Optional.of(REFUSAL);

        assertThat(venue.broker().submit(order, permitsOnce))
                .isInstanceOf(SubmitAnswer.NotSent.class);
        assertThat(checks).hasValue(2);
        assertThat(venue.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void the_guard_is_not_checked_before_the_connection_is_established() {
        venue.close();
        AtomicInteger checks = new AtomicInteger();

        venue.broker()
                .submit(
                        order,
                        () -> {
                            checks.incrementAndGet();
                            return Optional.empty();
                        });

        assertThat(checks).hasValue(0);
    }
}
