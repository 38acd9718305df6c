package dev.lockstep.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.domain.usecase.submit.SubmitOrder;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A second submit under the key of an order that was denied or never accepted. */
class TryAgainTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("click-1");

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private final ResolveUnknown resolveUnknown =
            new ResolveUnknown(
                    repository,
                    repository.riskControl(),
                    broker,
                    sample.ids(),
                    clock,
                    new RecoveryPolicy(Duration.ofSeconds(10), Duration.ZERO));
    private final ControlRisk controlRisk = new ControlRisk(repository.riskControl(), clock);

    @Test
    void a_denied_order_is_sent_under_the_same_key_once_trading_is_resumed() {
        controlRisk.halt("operator", "stop");
        Order denied = submit().order();
        assertThat(denied.status()).isEqualTo(OrderStatus.DENIED);

        assertThat(submit()).isInstanceOf(SubmitResult.Denied.class);
        assertThat(repository.history(denied.id())).hasSize(1);
        controlRisk.resume("operator", "go");
        SubmitResult again = submit();

        assertThat(again).isInstanceOf(SubmitResult.Submitted.class);
        assertThat(again.order().id()).isEqualTo(denied.id());
        assertThat(again.order().status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(submit()).isInstanceOf(SubmitResult.AlreadySubmitted.class);
        assertThat(broker.sends()).hasSize(1);
    }

    @Test
    void an_order_that_never_arrived_is_sent_under_the_same_client_order_id() {
        Order lost = neverAccepted();

        Order again = submit().order();

        assertThat(again.id()).isEqualTo(lost.id());
        assertThat(again.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends())
                .extracting(Order::clientOrderId)
                .containsOnly(lost.clientOrderId());
    }

    @Test
    void a_first_send_that_landed_after_all_makes_no_second_order() {
        Order lost = neverAccepted();
        broker.submit(lost, SendGuard.ALWAYS);

        Order again = submit().order();

        assertThat(again.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.orders()).isEqualTo(1);
    }

    @Test
    void a_key_with_other_terms_stays_refused() {
        controlRisk.halt("operator", "stop");
        submit();
        controlRisk.resume("operator", "go");

        assertThat(
                        submitOrder.submit(
                                SampleOrders.tenShares()
                                        .with(new OrderAmount.ByQuantity(Quantity.of("5"))),
                                KEY))
                .isInstanceOf(SubmitResult.KeyReused.class);
    }

    private Order neverAccepted() {
        broker.next(NextSubmit.LOSE_THE_REQUEST);
        Order lost = submit().order();
        clock.pass(Duration.ofSeconds(20));
        resolveUnknown.resolve();
        Order closed = repository.find(lost.id()).orElseThrow();
        assertThat(closed.status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
        return closed;
    }

    private SubmitResult submit() {
        return submitOrder.submit(SampleOrders.tenShares(), KEY);
    }
}
