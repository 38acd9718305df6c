package dev.lockstep.domain.usecase.submit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.contracts.SampleUseCases;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.usecase.FailingRepository;
import dev.lockstep.domain.usecase.cancel.CancelOrder;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import dev.lockstep.domain.usecase.sync.SyncOrders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardedSendTest {
    private static final Symbol AAPL = new Symbol("AAPL");

    private final FailingRepository repository = new FailingRepository();
    private final FakeBroker broker = new FakeBroker();
    private final TestClock clock = new TestClock();
    private final SampleOrders sample = new SampleOrders();
    private final SubmitOrder submitOrder =
            SampleUseCases.submitOrder(repository, broker, sample.ids(), clock);
    private final ReplaceOrder replaceOrder =
            SampleUseCases.replaceOrder(repository, broker, sample.ids(), clock);
    private final CancelOrder cancelOrder = new CancelOrder(repository, broker, clock);
    private final ControlRisk controlRisk = new ControlRisk(repository.riskControl(), clock);

    @Test
    void a_halt_stops_an_order_that_waits_for_its_turn_at_the_broker() {
        broker.beforeGuard(() -> controlRisk.halt("operator", "stop"));

        SubmitResult result = submitOrder.submit(SampleOrders.tenShares());

        assertThat(broker.sends()).isEmpty();
        assertThat(result).isInstanceOf(SubmitResult.Denied.class);
        assertThat(((SubmitResult.Denied) result).denials())
                .extracting(denial -> denial.reason())
                .containsExactly(DenialReason.TRADING_HALTED);
        assertThat(stored(result.order()).status()).isEqualTo(OrderStatus.DENIED);
    }

    @Test
    void an_order_that_reduces_a_position_is_sent_though_trading_was_halted_while_it_waited() {
        held("10");
        broker.beforeGuard(() -> controlRisk.halt("operator", "stop"));

        Order exit = submitOrder.submit(sell("10")).order();

        assertThat(exit.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).filteredOn(order -> order.id().equals(exit.id())).hasSize(1);
    }

    @Test
    void a_cancel_of_an_order_that_waits_for_its_turn_ends_it_unsent() {
        broker.beforeGuard(() -> cancelOrder.cancel(onlyOrder().id()));

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(broker.sends()).isEmpty();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(order.state().text()).contains("before it was sent");
    }

    @Test
    void an_order_that_others_closed_while_it_waited_is_not_sent() {
        broker.beforeGuard(() ->
                repository.update(
                        OrderUpdate.applying(
                                onlyOrder().id(),
                                new ExecutionReport.NeverAccepted("given up"),
                                clock.instant(),
                                Evidence.local("another process"))));

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(broker.sends()).isEmpty();
        assertThat(order.status()).isEqualTo(OrderStatus.NEVER_ACCEPTED);
    }

    @Test
    void a_claim_that_grew_old_before_the_first_byte_is_renewed_and_the_order_is_sent_once() {
        onceBeforeTheGuard(() -> clock.pass(Duration.ofHours(3)));

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).hasSize(1);
        assertThat(broker.sends().getFirst().updatedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_machine_that_was_suspended_renews_the_claim_though_the_monotonic_clock_stood_still() {
        onceBeforeTheGuard(() -> clock.step(Duration.ofHours(3)));

        assertThat(submitOrder.submit(SampleOrders.tenShares()).order().status())
                .isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends().getFirst().updatedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_wall_clock_that_was_set_back_renews_the_claim() {
        onceBeforeTheGuard(() -> clock.step(Duration.ofHours(-3)));

        assertThat(submitOrder.submit(SampleOrders.tenShares()).order().status())
                .isEqualTo(OrderStatus.ACCEPTED);
        assertThat(broker.sends()).hasSize(1);
        assertThat(broker.sends().getFirst().updatedAt()).isEqualTo(clock.instant());
    }

    @Test
    void an_order_that_never_gets_its_turn_in_time_stays_pending_and_is_not_sent() {
        broker.beforeGuard(() -> clock.pass(Duration.ofMinutes(1)));

        Order order = submitOrder.submit(SampleOrders.tenShares()).order();

        assertThat(broker.sends()).isEmpty();
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_SUBMIT);
        assertThat(order.state().text()).startsWith("not sent: ");
    }

    @Test
    void a_replacement_is_not_sent_once_a_cancel_of_the_old_order_was_requested() {
        Order old = submitOrder.submit(limit("100")).order();
        broker.set(old, OrderStatus.NEW, "0");
        new SyncOrders(repository, broker, sample.ids(), clock).sync();
        broker.beforeGuard(() -> cancelOrder.cancel(old.id()));

        ReplaceResult result =
                replaceOrder.replace(
                        old.id(), new ReplaceRequest(null, Price.of("101"), null, null, null));

        assertThat(broker.replacements()).isEmpty();
        assertThat(((ReplaceResult.Sent) result).order().status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(broker.cancels()).hasSize(1);
    }

    private void onceBeforeTheGuard(Runnable event) {
        AtomicInteger asked = new AtomicInteger();
        broker.beforeGuard(() -> {
            if (asked.getAndIncrement() == 0) {
                event.run();
            }
        });
    }

    private void held(String quantity) {
        Order entry = submitOrder.submit(SampleOrders.tenShares()).order();
        broker.set(entry, OrderStatus.FILLED, quantity);
        new SyncOrders(repository, broker, sample.ids(), clock).sync();
        broker.position(new Position(AAPL, new NetQuantity(new BigDecimal(quantity))));
    }

    private static NewOrder sell(String quantity) {
        return new NewOrder(
                AAPL, Side.SELL, Quantity.of(quantity), new OrderType.Market(), TimeInForce.DAY);
    }

    private static NewOrder limit(String price) {
        return new NewOrder(
                AAPL,
                Side.BUY,
                Quantity.of("10"),
                new OrderType.Limit(Price.of(price)),
                TimeInForce.GTC);
    }

    private Order onlyOrder() {
        return repository.search(OrderQuery.all()).getFirst();
    }

    private Order stored(Order order) {
        return repository.find(order.id()).orElseThrow();
    }
}
